package vn.cchc.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How bodies of requests are read: none is waited for without end, and together they never fill the memory. */
@ConfigMapping(prefix = "cchc.request-bodies")
public interface RequestBodyConfig {

    /** For this time after the head of a request, its body may come as slowly as it will: a bad line, a lost packet. */
    @WithDefault("20s")
    Duration grace();

    /** After the grace, so many bytes a second must have come since it ended; else 408. */
    @WithDefault("4K")
    MemorySize leastPace();

    /** The whole body must have come within this time; else 408. */
    @WithDefault("10m")
    Duration deadline();

    /**
     * What a refused sender still sends is taken and thrown away for this time, then the connection is closed: a reset at once
     * would lose the answer. At least a millisecond.
     */
    @WithDefault("5s")
    Duration linger();

    /**
     * The part of the heap that the bodies of all requests under way may take, with what is made of them; beyond, or for one
     * caller beyond a quarter of that, 503. Files do not count: they go to disk. As much may be taken by answers that are
     * ready and that nobody takes; beyond, the reader's connection is closed.
     */
    @WithDefault("0.25")
    double heapShare();
}
