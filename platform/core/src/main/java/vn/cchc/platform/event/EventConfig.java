package vn.cchc.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sending and hearing events. */
@ConfigMapping(prefix = "cchc.events")
public interface EventConfig {

    /** Kinds of aggregates this service owns; it creates their topics ({@code cchc.<kind>}) when they are missing. */
    Optional<List<String>> owned();

    /** Partitions of a topic that is created. */
    @WithDefault("3")
    int partitions();

    /** Replicas of a topic that is created; -1 takes the broker's default. */
    @WithDefault("-1")
    short replicationFactor();

    Relay relay();

    /** The relay from the outbox table to the broker. */
    interface Relay {

        /** Whether this replica takes part; one of those that do is active. */
        @WithDefault("true")
        boolean enabled();

        /** How long an idle relay waits before it looks again. A commit in this replica wakes it at once. */
        @WithDefault("50ms")
        Duration pollInterval();

        /** The least time from one sending to the next, unless more than a batch waits: a busy service sends batches. */
        @WithDefault("50ms")
        Duration pace();

        /** Rows read and sent at a time. */
        @WithDefault("1000")
        int batchSize();

        /** How often a waiting relay tries to become the active one. */
        @WithDefault("1s")
        Duration takeoverInterval();
    }
}
