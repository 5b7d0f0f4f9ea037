package vn.cchc.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Produces to and consumes from topics of {@link LocalServers}, independently of the application. */
public final class TestEvents {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final UUID MARKER = UUID.fromString("0190a000-0000-7000-8000-00000000da11");
    private static final AtomicLong MARKS = new AtomicLong();

    /** Topics known to exist. */
    private static final Set<String> ENSURED = ConcurrentHashMap.newKeySet();

    /** Cached records by topic; records are immutable. */
    private static final Map<String, Map<TopicPartition, List<SentEvent>>> READ = new HashMap<>();

    private static KafkaProducer<String, byte[]> producer;
    private static KafkaConsumer<String, byte[]> consumer;

    private TestEvents() {}

    /** Publishes a well-formed event and waits for the broker's acknowledgement. */
    public static void publish(String topic, UUID aggregateId, String type, String json) {
        publish(topic, List.of(event(aggregateId, type, json)));
    }

    /** Publishes anything, well-formed or not; key, headers and body may be null. */
    public static void publishRaw(String topic, String key, Map<String, String> headers, byte[] body) {
        publish(topic, List.of(new Raw(key, headers == null ? Map.of() : headers, body)));
    }

    /** Publishes events in this order with one producer. */
    public static void publish(String topic, List<Raw> events) {
        ensure(topic);
        send(producer -> events.stream()
                .map(event -> event.on(new ProducerRecord<>(topic, event.key, event.body)))
                .toList());
    }

    /** Republishes records read from the topic, each to its partition, in list order. */
    public static void publishAgain(List<SentEvent> records) {
        send(producer -> records.stream()
                .map(record -> new Raw(
                                record.key(),
                                record.headers(),
                                record.data() == null ? null : record.data().getBytes(UTF_8))
                        .on(record))
                .toList());
    }

    /** Publishes a day mark to every partition of the topic, as the owning service does. */
    public static void mark(String topic, LocalDate day, UUID... withheld) {
        String authorities =
                Stream.of(withheld).map(id -> '"' + id.toString() + '"').collect(Collectors.joining(","));
        String json = "{\"service\":\"test\",\"day\":\"" + day + "\",\"withheld\":[" + authorities + "]}";
        Raw mark = event(
                MARKER,
                "vn.cchc.day.marked.v1",
                json,
                JvmWide.call(TestEvents.class, "marks", AtomicLong.class).incrementAndGet());
        ensure(topic);
        send(producer -> producer.partitionsFor(topic).stream()
                .map(partition -> mark.on(new ProducerRecord<>(topic, partition.partition(), null, mark.body)))
                .toList());
    }

    /** Position of the last simulated mark; the next one follows it. Public for {@link JvmWide} only. */
    public static AtomicLong marks() {
        return MARKS;
    }

    /** Creates the topic, as its owning service, which may be absent, does at its start. */
    private static void ensure(String topic) {
        if (ENSURED.contains(topic)) {
            return;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new AssertionError("Topic " + topic + " could not be created", e);
            }
        } catch (TimeoutException e) {
            throw new AssertionError("Topic " + topic + " could not be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        ENSURED.add(topic);
    }

    private static void send(Function<KafkaProducer<String, byte[]>, List<ProducerRecord<String, byte[]>>> messages) {
        try {
            KafkaProducer<String, byte[]> producer = producer();
            List<Future<?>> sent = new ArrayList<>();
            for (ProducerRecord<String, byte[]> message : messages.apply(producer)) {
                sent.add(producer.send(message));
            }
            for (var acknowledgement : sent) {
                acknowledgement.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The broker did not take an event", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings =
                    Map.of("bootstrap.servers", LocalServers.bootstrapServers(), "acks", "all", "linger.ms", 0);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** Closes the Kafka clients; they are reopened on next use. */
    static synchronized void close() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    /** A well-formed event, not published. */
    public static Raw event(UUID aggregateId, String type, String json) {
        return new Raw(
                aggregateId.toString(),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/test",
                        "ce_type", type,
                        "ce_time", "2021-01-04T08:00:00+07:00",
                        "ce_subject", aggregateId.toString(),
                        "content-type", "application/json"),
                json.getBytes(UTF_8));
    }

    /** The same with the sequence that its service's journal gives it. */
    public static Raw event(UUID aggregateId, String type, String json, long sequence) {
        Raw event = event(aggregateId, type, json);
        Map<String, String> headers = new HashMap<>(event.headers);
        headers.put("ce_epoch", "1");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_recordedtime", "2021-01-04T08:00:00+07:00");
        return new Raw(event.key, headers, event.body);
    }

    /**
     * Publishes to every partition that the topic's service was restored from a backup.
     *
     * @param epoch one more than the previous epoch; the first is 1
     * @param voidAfter last position contained in the backup
     * @param markedDay last day marked as complete in the backup, or null
     * @param withheld authorities of which that mark withholds something
     */
    public static void raise(String topic, int epoch, long voidAfter, LocalDate markedDay, UUID... withheld) {
        String json = "{\"service\":\"test\",\"epoch\":" + epoch + ",\"voidAfter\":" + voidAfter + ",\"markedDay\":"
                + (markedDay == null ? "null" : "\"" + markedDay + "\"") + ",\"withheld\":"
                + Arrays.stream(withheld).map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]")) + "}";
        Raw raise = event(MARKER, "vn.cchc.epoch.raised.v1", json, 1).at(epoch, voidAfter + 1);
        ensure(topic);
        send(producer -> producer.partitionsFor(topic).stream()
                .map(partition -> raise.on(new ProducerRecord<>(topic, partition.partition(), null, raise.body)))
                .toList());
    }

    /** A record to publish. */
    @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
    public record Raw(String key, Map<String, String> headers, byte[] body) {

        /** The same in another epoch and at another journal position. */
        public Raw at(int epoch, long position) {
            Map<String, String> placed = new HashMap<>(headers);
            placed.put("ce_epoch", Integer.toString(epoch));
            placed.put("ce_position", Long.toString(position));
            return new Raw(key, placed, body);
        }

        private ProducerRecord<String, byte[]> on(SentEvent place) {
            return on(new ProducerRecord<>(place.topic(), place.partition(), key, body));
        }

        private ProducerRecord<String, byte[]> on(ProducerRecord<String, byte[]> message) {
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
            return message;
        }
    }

    /** All records of the topic at present, in the order of each partition; empty when it does not exist. */
    public static synchronized List<SentEvent> read(String topic) {
        if (consumer == null) {
            Map<String, Object> settings =
                    Map.of("bootstrap.servers", LocalServers.bootstrapServers(), "allow.auto.create.topics", false);
            consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        }
        List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                .map(known -> new TopicPartition(topic, known.partition()))
                .toList();
        Map<TopicPartition, List<SentEvent>> read = READ.computeIfAbsent(topic, none -> new HashMap<>());
        partitions.forEach(partition -> read.computeIfAbsent(partition, none -> new ArrayList<>()));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        if (partitions.stream().anyMatch(partition -> next(read.get(partition)) < ends.get(partition))) {
            readOn(topic, read, ends);
        }
        return read.values().stream().flatMap(List::stream).toList();
    }

    /** Offsets are contiguous: topics are neither compacted nor written transactionally. */
    private static long next(List<SentEvent> read) {
        return read.isEmpty() ? 0 : read.get(read.size() - 1).offset() + 1;
    }

    private static void readOn(
            String topic, Map<TopicPartition, List<SentEvent>> read, Map<TopicPartition, Long> ends) {
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, next(read.get(partition))));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.keySet().stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Topic " + topic + " could not be read to its end");
            }
            consumer.poll(Duration.ofMillis(100))
                    .forEach(message -> read.get(new TopicPartition(topic, message.partition()))
                            .add(sent(message)));
        }
    }

    private static SentEvent sent(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), header.value() == null ? null : new String(header.value(), UTF_8));
        }
        return new SentEvent(
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                headers,
                message.value() == null ? null : new String(message.value(), UTF_8));
    }

    /** Records of one aggregate, oldest first. */
    public static List<SentEvent> read(String topic, UUID aggregateId) {
        return read(topic).stream()
                .filter(event -> aggregateId.toString().equals(event.key()))
                .toList();
    }
}
