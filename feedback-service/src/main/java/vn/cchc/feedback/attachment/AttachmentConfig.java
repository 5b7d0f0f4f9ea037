package vn.cchc.feedback.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of uploads. */
@ConfigMapping(prefix = "cchc.attachments")
public interface AttachmentConfig {

    /** How long an upload that belongs to no feedback is kept after its last progress. */
    @WithDefault("24h")
    Duration kept();

    /**
     * Maximum number of uploads of one client address, on all replicas together, that belong to no feedback. An office, or
     * the phones behind one address of a mobile network, share it.
     */
    @WithDefault("200")
    int openPerClient();

    /** Maximum announced size of these together. */
    @WithDefault("1G")
    MemorySize openSizePerClient();
}
