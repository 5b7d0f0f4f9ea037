package vn.cchc.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on reading request bodies: time, pace and total memory. */
@ConfigMapping(prefix = "cchc.request-bodies")
public interface RequestBodyConfig {

    /** Time after the request head during which the pace is not checked: a bad line, a lost packet. */
    @WithDefault("20s")
    Duration grace();

    /** Minimum average pace in bytes per second, counted from the end of the grace; below it, 408. */
    @WithDefault("4K")
    MemorySize leastPace();

    /** Maximum time for the whole body; beyond it, 408. */
    @WithDefault("10m")
    Duration deadline();

    /**
     * Time during which further data of a refused sender is discarded before the connection is closed: an immediate
     * reset would lose the response. At least a millisecond.
     */
    @WithDefault("5s")
    Duration linger();

    /**
     * Share of the heap for request bodies in flight, including what is built from them; beyond it, or for one caller
     * beyond a quarter of it, 503. Files of forms do not count: they go to {@link #disk()}. Responses that clients do not read may use as
     * much again; beyond it, the client's connection is closed.
     */
    @WithDefault("0.25")
    double heapShare();

    /**
     * Room on disk for forms with files in flight, in bytes; beyond it, or for one caller beyond a quarter of it, 503. The
     * directory for uploads needs it, and twice the largest file for each worker that checks one. A quarter has to be more than
     * the longest form.
     */
    @WithDefault("1G")
    MemorySize disk();
}
