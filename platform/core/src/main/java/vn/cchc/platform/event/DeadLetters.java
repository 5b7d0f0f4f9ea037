package vn.cchc.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Events that this service could not process: kept in {@code <topic>.<service>.dlt} with where they came from and why they
 * failed, counted in {@code cchc_dead_letters_total}, and replayable once the cause is mended.
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String HEADER_PREFIX = "dead-letter-";
    private static final int LONGEST_CAUSE = 500;

    private final Map<String, Object> broker;
    private final String service;
    private final MeterRegistry meters;
    private final Instance<EventListener> listener;
    private KafkaProducer<String, byte[]> producer;

    DeadLetters(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "cchc.service") String service,
            MeterRegistry meters,
            Instance<EventListener> listener) {
        this.broker = broker;
        this.service = service;
        this.meters = meters;
        this.listener = listener;
    }

    /** How a replay went: how many of the messages read were applied, and how many failed again. */
    public record Replay(int applied, int failed) {}

    /**
     * Writes the message to the dead-letter topic of {@code topic} and waits for the broker's acknowledgement.
     *
     * @throws KafkaException when the broker does not acknowledge it
     */
    void bury(String topic, ConsumerRecord<String, byte[]> message, RuntimeException cause) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(deadLetterTopic(topic), null, message.key(), message.value());
        for (Header header : message.headers()) {
            if (!header.key().startsWith(HEADER_PREFIX)) {
                letter.headers().add(header);
            }
        }
        String reason = describe(cause);
        describe(letter, "topic", topic);
        describe(letter, "partition", Integer.toString(message.partition()));
        describe(letter, "offset", Long.toString(message.offset()));
        describe(letter, "cause", reason);
        try {
            producer().send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not acknowledge a dead letter", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
        meters.counter("cchc.dead.letters", "topic", topic).increment();
        LOG.errorf(
                "Dead letter: topic=%s partition=%d offset=%d key=%s cause=%s",
                topic, message.partition(), message.offset(), message.key(), reason);
    }

    /**
     * Processes again what lies in the dead-letter topic of {@code topic} and was not replayed before. What fails again goes
     * to the end of that topic, for a later replay.
     */
    public Replay replay(String topic) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service + "-replay");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, deadLetterTopic(topic));
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            int applied = 0;
            int failed = 0;
            for (TopicPartition partition : partitions) {
                long position = startOf(consumer, partition);
                consumer.pause(partitions);
                consumer.resume(List.of(partition));
                consumer.seek(partition, position);
                while (position < ends.get(partition)) {
                    for (var letter : consumer.poll(Duration.ofMillis(200)).records(partition)) {
                        if (letter.offset() >= ends.get(partition)) {
                            break;
                        }
                        if (listener.get().hearAlone(topic, letter)) {
                            applied++;
                        } else {
                            failed++;
                        }
                    }
                    position = consumer.position(partition);
                    consumer.commitSync(
                            Map.of(partition, new OffsetAndMetadata(Math.min(position, ends.get(partition)))));
                }
            }
            return new Replay(applied, failed);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        var known = consumer.listTopics().get(topic);
        return known == null
                ? List.of()
                : known.stream()
                        .map(p -> new TopicPartition(topic, p.partition()))
                        .toList();
    }

    private static long startOf(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        OffsetAndMetadata committed =
                consumer.committed(java.util.Set.of(partition)).get(partition);
        return committed == null ? consumer.beginningOffsets(List.of(partition)).get(partition) : committed.offset();
    }

    void stop(@Observes ShutdownEvent stopping) {
        closeProducer();
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-dead-letters");
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private synchronized void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }

    private String deadLetterTopic(String topic) {
        return topic + "." + service + ".dlt";
    }

    private static void describe(ProducerRecord<String, byte[]> letter, String what, String value) {
        letter.headers().add(HEADER_PREFIX + what, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage()
                + (root == failure ? "" : "; " + root.getClass().getSimpleName() + ": " + root.getMessage());
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }
}
