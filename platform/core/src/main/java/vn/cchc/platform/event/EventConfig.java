package vn.cchc.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Publishing and consuming events. */
@ConfigMapping(prefix = "cchc.events")
public interface EventConfig {

    /** Kinds of aggregates this service owns; it creates missing topics ({@code cchc.<kind>}) if permitted. */
    Optional<List<String>> owned();

    /** Topics this service consumes; those in one transaction are processed in this order. */
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

        /** Whether this replica takes part in leader election; one participant is active. */
        @WithDefault("true")
        boolean enabled();

        /** Polling interval of an idle relay. A commit in this replica wakes it at once. */
        @WithDefault("50ms")
        Duration pollInterval();

        /** Minimum time between sends, unless more than a batch is queued: batches events under load. */
        @WithDefault("50ms")
        Duration pace();

        /** Maximum rows read and sent at a time. */
        @WithDefault("1000")
        int batchSize();

        /** How often a standby relay tries to take the lease. */
        @WithDefault("1s")
        Duration takeoverInterval();

        /** Lease duration: another replica may take over after this silence; at least 3 s. */
        @WithDefault("10s")
        Duration lease();

        /**
         * Maximum time the start waits for the comparison of journal and topics, which detects a database restored from
         * a backup before the first request. An unavailable broker delays the start no longer than this.
         */
        @WithDefault("10s")
        Duration compareWithin();
    }

    /** The listener. */
    interface Listener {

        /** Maximum records per transaction. */
        @WithDefault("500")
        int batchSize();

        /** Kafka session timeout: partitions of a lost replica are reassigned after it. */
        @WithDefault("10s")
        Duration sessionTimeout();

        /**
         * Maximum age of the oldest waiting record, while the database answers, before liveness fails and the replica
         * is restarted.
         */
        @WithDefault("10m")
        Duration stuckAfter();
    }

    /** Day marks (watermarks): tell consumers that all events of a business day have been sent. */
    interface Marks {

        /** Whether days are marked. */
        @WithDefault("true")
        boolean enabled();

        /**
         * Topics whose mark of a day must be consumed first: changes that result from their events belong to the same
         * day.
         */
        Optional<List<String>> after();
    }
}
