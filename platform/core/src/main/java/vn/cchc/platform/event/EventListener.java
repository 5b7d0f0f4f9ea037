package vn.cchc.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.cchc.platform.database.DatabaseProbe;
import vn.cchc.platform.database.Outage;

/**
 * Consumes the topics of a service. Offsets are stored in its own database, in the transaction of the events' effects;
 * they are committed to the broker only for its tools. A failing batch is retried record by record. A record that can
 * never be processed becomes a dead letter. While the database is unavailable the listener waits, for the record is not
 * at fault, and stays a member of its consumer group.
 */
@ApplicationScoped
public class EventListener {

    private static final Logger LOG = Logger.getLogger(EventListener.class);
    private static final Duration POLL = Duration.ofMillis(50);

    /** An unexpected exception may be a race; after this many attempts the record is at fault. */
    private static final int ATTEMPTS = 3;

    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final RecordProcessor processor;
    private final ConsumerOffsets consumerOffsets;
    private final DatabaseProbe database;
    private final EventConfig config;
    private final Map<String, Object> broker;
    private final String service;
    private final ListenerState state;
    private volatile boolean running;
    private Thread thread;

    EventListener(
            RecordProcessor processor,
            ConsumerOffsets consumerOffsets,
            DatabaseProbe database,
            EventConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "cchc.service") String service,
            ListenerState state) {
        this.processor = processor;
        this.consumerOffsets = consumerOffsets;
        this.database = database;
        this.config = config;
        this.broker = broker;
        this.service = service;
        this.state = state;
    }

    void start(@Observes StartupEvent started) {
        if (config.topics().isPresent()) {
            running = true;
            state.started();
            thread = new Thread(this::run, "event-listener");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            thread.interrupt();
        }
    }

    private void run() {
        Backoff backoff = new Backoff();
        try {
            while (running) {
                try (Session session = new Session()) {
                    session.consume(backoff);
                } catch (RuntimeException | AssertionError e) {
                    // The JDBC driver asserts that its connection is not closed concurrently; an outage does so.
                    if (running) {
                        LOG.warnf("The listener of %s restarts: %s", service, e.toString());
                        pause(backoff.next());
                    }
                }
            }
        } finally {
            // Also after an Error of the JVM: liveness then fails.
            state.stopped();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-listener");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.listener().batchSize());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                config.listener().sessionTimeout().toMillis());
        // Bounds the time until a topic created later is found.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        return settings;
    }

    /** One membership in the consumer group. */
    private final class Session implements AutoCloseable, ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
        private final Admin admin = Admin.create(broker);

        /** Offset of each partition as stored in the database; partitions not contained must be positioned first. */
        private final Map<TopicPartition, Long> offsets = new HashMap<>();

        private final Map<String, String> topicIds = new HashMap<>();
        private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> pending = new HashMap<>();
        private boolean oneByOne;
        private boolean epochMayStart = true;
        private int attempts;
        private long measuredAt = System.nanoTime();
        private long checkedAt = System.nanoTime();

        void consume(Backoff backoff) {
            consumer.subscribe(config.topics().orElseThrow(), this);
            long retryAt = System.nanoTime();
            while (running) {
                state.polled(
                        pending.values(), database.answers(), offsets.keySet().containsAll(consumer.assignment()));
                poll();
                measure();
                if (System.nanoTime() - retryAt < 0) {
                    // The poll keeps the group membership; a short delay is early enough for the retry.
                    pause(Math.min(20, (retryAt - System.nanoTime()) / 1_000_000 + 1));
                    continue;
                }
                try {
                    checkStoredOffsets();
                    seekToStoredOffsets();
                    if (process(backoff)) {
                        backoff.reset();
                        continue;
                    }
                } catch (ConsumerOffsets.Fenced e) {
                    LOG.infof("%s: %s", service, e.getMessage());
                    dropPositions();
                }
                retryAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(backoff.next());
            }
        }

        private void measure() {
            long now = System.nanoTime();
            if (now - measuredAt > TimeUnit.SECONDS.toNanos(1)) {
                measuredAt = now;
                Map<String, Long> lags = new HashMap<>();
                for (TopicPartition partition : consumer.assignment()) {
                    long held = pending.getOrDefault(partition, List.of()).size();
                    lags.merge(
                            partition.topic(),
                            held + consumer.currentLag(partition).orElse(0),
                            Long::sum);
                }
                state.lags(lags);
            }
        }

        private void poll() {
            Set<TopicPartition> assigned = consumer.assignment();
            if (pending.isEmpty() && offsets.keySet().containsAll(assigned)) {
                consumer.resume(consumer.paused());
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (offsets.containsKey(partition)) {
                        pending.computeIfAbsent(partition, any -> new ArrayList<>())
                                .add(record);
                    }
                }
                oneByOne = false;
                attempts = 0;
            } else {
                consumer.pause(assigned);
                consumer.poll(Duration.ZERO);
            }
        }

        /** @return whether no record is left waiting */
        private boolean process(Backoff backoff) {
            try {
                // A new epoch takes precedence.
                epochMayStart = epochMayStart && processor.continueEpochStart();
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s cannot continue the start of an epoch", service);
                return false;
            }
            if (epochMayStart) {
                state.progressed();
                return true;
            }
            try {
                return processPending(backoff);
            } catch (PublishedEpochs.EpochBegins e) {
                LOG.debugf("%s: %s", service, e.getMessage());
                epochMayStart = true;
                return true;
            }
        }

        private boolean processPending(Backoff backoff) {
            if (pending.isEmpty()) {
                return offsets.keySet().containsAll(consumer.assignment());
            }
            if (!oneByOne) {
                List<RecordProcessor.Part> parts = new ArrayList<>();
                pending.forEach((partition, records) ->
                        parts.add(part(partition, records).toNextEpoch()));
                try {
                    processor.process(parts);
                    parts.forEach(part -> processed(part, part.records().size()));
                    return true;
                } catch (ConsumerOffsets.Fenced | PublishedEpochs.EpochBegins e) {
                    throw e;
                } catch (RuntimeException e) {
                    if (isOutage(e) && !(Outage.isTimeout(e) && database.answers())) {
                        LOG.warnf(
                                "%s will retry the records of %d partitions: %s", service, parts.size(), e.toString());
                        return false;
                    }
                    LOG.debugf("A batch is retried record by record: %s", e.toString());
                    oneByOne = true;
                }
            }
            return processOneByOne(backoff);
        }

        private boolean processOneByOne(Backoff backoff) {
            while (running && !pending.isEmpty()) {
                TopicPartition partition = pending.keySet().iterator().next();
                RecordProcessor.Part head =
                        part(partition, pending.get(partition)).first();
                if (!processed(head, partition)) {
                    return false;
                }
                attempts = 0;
                state.progressed();
                backoff.reset();
            }
            return true;
        }

        private boolean processed(RecordProcessor.Part head, TopicPartition partition) {
            try {
                processor.process(List.of(head));
                processed(head, 1);
                return true;
            } catch (ConsumerOffsets.Fenced | PublishedEpochs.EpochBegins e) {
                throw e;
            } catch (RuntimeException e) {
                if (PublishedEpochs.EpochNotStored.isCauseOf(e) && !isOutage(e)) {
                    LOG.errorf(e, "%s cannot process %s", service, partition);
                    return false;
                }
                if (isOutage(e) || (!isUnprocessable(e) && ++attempts < ATTEMPTS)) {
                    LOG.warnf("%s will retry a record of %s: %s", service, partition, e.toString());
                    return false;
                }
                return processedAlone(head) || storedAsDeadLetter(head, e);
            }
        }

        /** Whether it can be processed without the events that wait for it. */
        private boolean processedAlone(RecordProcessor.Part head) {
            try {
                processor.processAlone(head);
                processed(head, 1);
                return true;
            } catch (ConsumerOffsets.Fenced | PublishedEpochs.EpochBegins e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.debugf("Without the events waiting for it the record fails too: %s", e.toString());
                return false;
            }
        }

        private boolean storedAsDeadLetter(RecordProcessor.Part head, RuntimeException cause) {
            try {
                processor.storeDeadLetter(head, cause);
                processed(head, 1);
                return true;
            } catch (ConsumerOffsets.Fenced e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warnf("%s will retry to store a dead letter of %s: %s", service, head.partition(), e.toString());
                return false;
            }
        }

        private RecordProcessor.Part part(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
            return new RecordProcessor.Part(
                    partition, topicIds.get(partition.topic()), offsets.get(partition), List.copyOf(records));
        }

        private void processed(RecordProcessor.Part part, int records) {
            epochMayStart = epochMayStart || part.isEpochStart();
            List<ConsumerRecord<String, byte[]>> all = pending.get(part.partition());
            all.subList(0, records).clear();
            if (all.isEmpty()) {
                pending.remove(part.partition());
            }
            offsets.put(part.partition(), part.next());
            consumer.commitAsync(Map.of(part.partition(), new OffsetAndMetadata(part.next())), (done, ignored) -> {});
        }

        /** The database may have been restored, or its consumed events deleted, while no record arrived. */
        private void checkStoredOffsets() {
            long now = System.nanoTime();
            if (pending.isEmpty() && now - checkedAt > CHECK_NANOS) {
                checkedAt = now;
                epochMayStart = true;
                try {
                    if (!consumerOffsets.isAt(offsets)) {
                        LOG.infof("%s seeks to the offsets stored in its database", service);
                        dropPositions();
                    }
                } catch (RuntimeException e) {
                    LOG.debugf("%s cannot read its stored offsets: %s", service, e.toString());
                }
            }
        }

        /** Seeks each newly assigned partition to its stored offset. */
        private void seekToStoredOffsets() {
            Set<TopicPartition> wanted = new HashSet<>(consumer.assignment());
            wanted.removeAll(offsets.keySet());
            if (wanted.isEmpty()) {
                return;
            }
            try {
                Set<String> topics = new HashSet<>();
                wanted.forEach(partition -> topics.add(partition.topic()));
                for (TopicDescription topic : admin.describeTopics(topics)
                        .allTopicNames()
                        .get(5, TimeUnit.SECONDS)
                        .values()) {
                    topicIds.put(topic.name(), topic.topicId().toString());
                    consumerOffsets.register(
                            topic.name(),
                            topic.topicId().toString(),
                            topic.partitions().size());
                }
                consumerOffsets.begin(List.copyOf(wanted), topicIds).forEach((partition, next) -> {
                    consumer.seek(partition, next);
                    offsets.put(partition, next);
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                LOG.warnf("%s will retry to seek in %s: %s", service, wanted, e.toString());
            }
        }

        private void dropPositions() {
            pending.clear();
            offsets.clear();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Paused until they are positioned.
            consumer.pause(partitions);
            onPartitionsRevoked(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(offsets::remove);
            partitions.forEach(pending::remove);
        }

        @Override
        public void close() {
            try {
                consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
            } finally {
                admin.close(Duration.ofSeconds(1));
            }
        }
    }

    private boolean isOutage(RuntimeException failure) {
        return !isUnprocessable(failure)
                && (Outage.isTransient(failure) || (Outage.of(failure) == Outage.UNKNOWN && !database.answers()));
    }

    private static boolean isUnprocessable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEvent) {
                return true;
            }
        }
        return Outage.of(failure) == Outage.DATA;
    }

    private void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
