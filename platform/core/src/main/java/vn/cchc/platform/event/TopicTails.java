package vn.cchc.platform.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The tails of the topics that this service writes, read back from the broker. */
final class TopicTails implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * A relay that takes over resends what the former had sent but not dequeued: up to a batch, in which the highest
     * position falls back once. The search for a position starts before that.
     */
    private static final long OVERLAP = 5_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Heartbeat heartbeat;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;

    /** Called repeatedly while reading. */
    interface Heartbeat {

        void beat() throws SQLException;
    }

    /** @throws KafkaException when the broker does not answer */
    TopicTails(Map<String, Object> broker, String service, List<String> owned, Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
        Map<String, Object> settings = new HashMap<>(broker);
        // Producer interceptors are not valid for a consumer.
        settings.remove(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-tails");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // At the end of a partition a fetch would wait for more records and delay the next.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            Set<String> there = consumer.listTopics().keySet();
            List<TopicPartition> partitions = owned.stream()
                    .map(Envelope::topic)
                    .filter(there::contains)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(known -> new TopicPartition(known.topic(), known.partition()))
                    .toList();
            this.begins = consumer.beginningOffsets(partitions);
            this.ends = consumer.endOffsets(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** The last record of each non-empty partition. */
    List<ConsumerRecord<String, byte[]>> last() throws SQLException {
        List<ConsumerRecord<String, byte[]>> last = new ArrayList<>();
        for (var end : ends.entrySet()) {
            if (end.getValue() > begins.get(end.getKey())) {
                at(end.getKey(), end.getValue() - 1).ifPresent(last::add);
            }
        }
        return last;
    }

    Set<TopicPartition> partitions() {
        return ends.keySet();
    }

    /** An offset before which every record was sent with a reached position at or before the given one. */
    long before(TopicPartition partition, long position) throws SQLException {
        long begin = begins.get(partition);
        long low = begin;
        long high = ends.get(partition);
        if (high - low <= OVERLAP) {
            return low;
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(partition, middle).map(Envelope::reached).orElse(0L) > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Math.max(begin, low - OVERLAP);
    }

    /** The next records of a partition from an offset, up to the end as of construction; empty there. */
    List<ConsumerRecord<String, byte[]>> from(TopicPartition partition, long offset) throws SQLException {
        if (offset >= ends.get(partition)) {
            return List.of();
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            heartbeat.beat();
            List<ConsumerRecord<String, byte[]>> records =
                    consumer.poll(Duration.ofMillis(200)).records(partition);
            if (!records.isEmpty()) {
                return records;
            }
        }
        throw new KafkaException("The broker does not give " + partition + " from " + offset);
    }

    private Optional<ConsumerRecord<String, byte[]>> at(TopicPartition partition, long offset) throws SQLException {
        return from(partition, offset).stream().findFirst();
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
