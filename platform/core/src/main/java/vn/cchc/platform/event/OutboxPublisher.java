package vn.cchc.platform.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends rows of the outbox as CloudEvents in binary mode (CloudEvents Kafka binding 1.0) and deletes what was acknowledged. */
final class OutboxPublisher implements AutoCloseable {

    private static final String TOPIC_PREFIX = "cchc.";
    private static final String SELECT = "SELECT position, id, aggregatetype, aggregateid, type, occurred_at, payload"
            + " FROM outbox ORDER BY position LIMIT ?";
    private static final String DELETE = "DELETE FROM outbox WHERE position = ANY (?)";

    private final Map<String, Object> broker;
    private final byte[] source;
    private final KafkaProducer<String, byte[]> producer;

    OutboxPublisher(Map<String, Object> broker, String service) {
        this.broker = broker;
        this.source = utf8("/" + service);
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        // A batch is flushed as soon as it is handed over, so lingering would only delay it.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Creates topics that are missing; they are kept for ever, since an event is the only copy of a past state. */
    void ensureTopics(Collection<String> aggregateTypes, int partitions, short replicationFactor)
            throws InterruptedException {
        if (aggregateTypes.isEmpty()) {
            return;
        }
        List<NewTopic> topics = aggregateTypes.stream()
                .map(type -> new NewTopic(TOPIC_PREFIX + type, partitions, replicationFactor)
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")))
                .toList();
        try (Admin admin = Admin.create(broker)) {
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException("A topic could not be created", e.getCause());
                    }
                }
            }
        }
    }

    /**
     * Sends up to {@code limit} rows and deletes those acknowledged.
     *
     * @return how many rows were read
     * @throws KafkaException when any was not acknowledged; these and later ones of the same aggregate stay
     */
    int publish(Connection connection, int limit) throws SQLException, InterruptedException {
        List<Row> rows = read(connection, limit);
        if (rows.isEmpty()) {
            return 0;
        }
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        KafkaException refused = null;
        for (Row row : rows) {
            try {
                sent.add(producer.send(row.message(source)));
            } catch (KafkaException e) {
                refused = e;
                break;
            }
        }
        producer.flush();
        List<Long> acknowledged = new ArrayList<>(rows.size());
        Set<UUID> failed = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            Row row = rows.get(i);
            try {
                sent.get(i).get();
                if (!failed.contains(row.aggregateId)) {
                    acknowledged.add(row.position);
                }
            } catch (ExecutionException e) {
                failed.add(row.aggregateId);
                refused = new KafkaException("The broker did not acknowledge an event", e.getCause());
            }
        }
        delete(connection, acknowledged);
        if (refused != null) {
            throw refused;
        }
        return rows.size();
    }

    private static List<Row> read(Connection connection, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, limit);
            try (var result = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(new Row(
                            result.getLong(1),
                            result.getString(2),
                            result.getString(3),
                            result.getObject(4, UUID.class),
                            result.getString(5),
                            result.getObject(6, OffsetDateTime.class),
                            result.getString(7)));
                }
                return rows;
            }
        }
    }

    private static void delete(Connection connection, List<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Row(
            long position,
            String id,
            String aggregateType,
            UUID aggregateId,
            String type,
            OffsetDateTime occurredAt,
            String payload) {

        ProducerRecord<String, byte[]> message(byte[] source) {
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(TOPIC_PREFIX + aggregateType, aggregateId.toString(), utf8(payload));
            Headers headers = message.headers();
            headers.add("ce_specversion", utf8("1.0"));
            headers.add("ce_id", utf8(id));
            headers.add("ce_source", source);
            headers.add("ce_type", utf8(type));
            // RFC 3339 wants the seconds, also where they are zero; toString leaves them out.
            headers.add("ce_time", utf8(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(occurredAt)));
            headers.add("ce_subject", utf8(aggregateId.toString()));
            headers.add("content-type", utf8("application/json"));
            return message;
        }
    }
}
