package vn.cchc.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sending and hearing events. */
@ConfigMapping(prefix = "cchc.events")
public interface EventConfig {

    /** Kinds of aggregates this service owns; it creates their topics ({@code cchc.<kind>}) where they are missing and it may. */
    Optional<List<String>> owned();

    /** Topics this service hears, in the order in which those are taken that are heard in one transaction. */
    Optional<List<String>> topics();

    /** Partitions of a topic that is created. */
    @WithDefault("3")
    int partitions();

    /** Replicas of a topic that is created; -1 takes the broker's default. */
    @WithDefault("-1")
    short replicationFactor();

    Relay relay();

    Listener listener();

    Marks marks();

    /** The relay from the journal to the broker. */
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

        /** How long the active relay may be silent before another may take over; 3 s or more. */
        @WithDefault("10s")
        Duration lease();

        /**
         * How long the start waits until the journal has been compared with the topics: what a database restored from a backup
         * lacks is noticed before a request comes in. A broker that does not answer keeps nobody waiting for longer.
         */
        @WithDefault("10s")
        Duration compareWithin();
    }

    /** The listener. */
    interface Listener {

        /** Records taken in one transaction, at most. */
        @WithDefault("500")
        int batchSize();

        /** The partitions of a replica that is gone are taken over after this time. */
        @WithDefault("10s")
        Duration sessionTimeout();

        /**
         * How long the oldest record may wait, while the database answers, before this replica says that it no longer lives
         * and is started anew.
         */
        @WithDefault("10m")
        Duration stuckAfter();
    }

    /** Day marks, which tell consumers that all events of a business day have been sent. */
    interface Marks {

        /** Whether days are marked. */
        @WithDefault("true")
        boolean enabled();

        /** Topics whose marks of a day are waited for: what is made of their events belongs to the same day. */
        Optional<List<String>> after();
    }
}
