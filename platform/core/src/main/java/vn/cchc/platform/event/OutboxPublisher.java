package vn.cchc.platform.event;

import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import vn.cchc.platform.tracing.Tracing;

/**
 * Sends journal changes to their topics and deletes acknowledged rows from the outbox.
 */
final class OutboxPublisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

    /**
     * One index look-up per outbox row: OFFSET 0 prevents another join plan. The planner's statistics of the outbox are
     * stale: assuming a long one, it would scan the whole journal to find few rows.
     */
    private static final String QUEUED = """
            SELECT j.* FROM journal_outbox o CROSS JOIN LATERAL (
                SELECT position, kind, id, epoch, sequence, type, occurred_at, recorded_at, state, traceparent
                FROM journal WHERE position = o.position AND kind <> ALL (?) OFFSET 0) j
            WHERE o.last_error IS NULL ORDER BY o.position LIMIT ?""";

    /**
     * Rows that are not sent count for the limit too, else one batch could read without bound. By pairs, because a
     * generic plan for all kinds would use the index of positions and read every kind to find a rare one.
     */
    private static final String PAST = """
            SELECT position, kind, id, epoch, sequence, type, occurred_at, recorded_at,
                   CASE WHEN NOT reconstructed AND occurred_at >= ? THEN state END, traceparent
            FROM journal WHERE (kind, position) >= (?, ?) AND (kind, position) <= (?, ?)
            ORDER BY kind, position LIMIT ?""";

    private static final String EPOCHS = """
            SELECT position, kind, id, epoch, sequence, type, occurred_at, recorded_at, state, traceparent FROM journal
            WHERE (kind, position) > ('epoch', 0) AND (kind, position) < ('epoch', 9223372036854775807)
            ORDER BY kind, position""";

    private static final String TAKE_OUT = """
            DELETE FROM journal_outbox WHERE position = ANY (?)
            AND EXISTS (SELECT 1 FROM lease WHERE name = ? AND fence = ?)""";
    private static final String SENT_AFTER_ALL =
            "DELETE FROM journal_outbox WHERE position = ANY (?) AND last_error IS NOT NULL";
    private static final String SET_ASIDE = "UPDATE journal_outbox SET last_error = ? WHERE position = ?";

    /** Rows left by the former version's outbox; they have neither epoch nor sequence. */
    private static final String LEFT =
            "SELECT position, aggregatetype, aggregateid, 0, 0, type, occurred_at, occurred_at, payload, NULL, id"
                    + " FROM outbox WHERE aggregatetype <> ALL (?) ORDER BY position LIMIT ?";

    private static final String TAKE_OUT_LEFT = """
            DELETE FROM outbox WHERE position = ANY (?)
            AND EXISTS (SELECT 1 FROM lease WHERE name = ? AND fence = ?)""";

    static final int LONGEST_ERROR = 500;

    /**
     * Delivery timeout. A record given up while its successors are delivered arrives later, out of order. Consumers
     * handle that, but it should be rare: a restarting broker is back within this time. May exceed the lease.
     */
    private static final Duration DELIVERY = Duration.ofSeconds(15);

    /** A producer that has neither delivered nor given up after this time is broken. */
    private static final Duration FLUSH = DELIVERY.plusSeconds(5);

    /** Source of the rows to send. */
    private enum Queue {
        JOURNAL(QUEUED, TAKE_OUT),
        LEFT(OutboxPublisher.LEFT, TAKE_OUT_LEFT);

        private final String read;
        private final String takeOut;

        Queue(String read, String takeOut) {
            this.read = read;
            this.takeOut = takeOut;
        }
    }

    private final byte[] source;
    private final Lease lease;
    private final Tracing tracing;
    private final KafkaProducer<String, byte[]> producer;
    private final ExecutorService flushing = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "outbox-relay-flush");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> owned;
    private long reached;

    /** @param reached the highest position that has been sent so far */
    OutboxPublisher(
            Map<String, Object> broker,
            String service,
            List<String> owned,
            Lease lease,
            Tracing tracing,
            long reached) {
        this.source = ("/" + service).getBytes(StandardCharsets.UTF_8);
        this.owned = owned;
        this.lease = lease;
        this.tracing = tracing;
        this.reached = reached;
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        // Batches are flushed explicitly, so lingering would only add latency.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        // The lease is not renewed while a send blocks.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int)
                Math.min(5_000, lease.duration().toMillis() / 2));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        // See {@link #DELIVERY}.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Result of a batch.
     *
     * @param read rows read
     * @param acknowledged rows acknowledged by the broker
     * @param blockedKinds kinds whose topics did not accept theirs
     */
    record Sent(int read, int acknowledged, Set<String> blockedKinds) {}

    /**
     * Sends up to {@code limit} queued changes. Permanently refused ones are set aside with the reason; unacknowledged
     * ones stay queued, with all that follow on the same topic.
     *
     * @param blockedKinds kinds to leave out
     * @throws LeaseLost when another relay has taken over
     */
    Sent publish(Connection connection, Collection<String> blockedKinds, int limit)
            throws SQLException, InterruptedException {
        return publish(connection, Queue.JOURNAL, blockedKinds, limit);
    }

    /** The same for the rows left in the former version's outbox. */
    Sent publishLeft(Connection connection, Collection<String> blockedKinds, int limit)
            throws SQLException, InterruptedException {
        return publish(connection, Queue.LEFT, blockedKinds, limit);
    }

    private Sent publish(Connection connection, Queue queue, Collection<String> blocked, int limit)
            throws SQLException, InterruptedException {
        List<OutboxRow> rows;
        try (var statement = connection.prepareStatement(queue.read)) {
            statement.setArray(1, connection.createArrayOf("text", blocked.toArray()));
            statement.setInt(2, limit);
            rows = OutboxRow.read(statement.executeQuery(), queue == Queue.LEFT);
        }
        Outcome outcome = send(connection, rows);
        outcome.blocked.forEach((kind, cause) -> LOG.warnf("Publishing of kind %s is blocked: %s", kind, cause));
        if (queue == Queue.JOURNAL) {
            for (var refused : outcome.refused.entrySet()) {
                setAside(connection, refused.getKey(), refused.getValue());
            }
        }
        if (!outcome.acknowledged.isEmpty()) {
            try (var statement = connection.prepareStatement(queue.takeOut)) {
                statement.setArray(1, connection.createArrayOf("bigint", outcome.acknowledged.toArray()));
                statement.setString(2, lease.name());
                statement.setLong(3, lease.fence());
                if (statement.executeUpdate() == 0) {
                    throw new LeaseLost(lease.name());
                }
            }
        }
        return new Sent(rows.size(), outcome.acknowledged.size(), outcome.blocked.keySet());
    }

    /**
     * Sends a batch of one kind's history again, up to the first unacknowledged change.
     *
     * @param next first position
     * @param last last position
     * @param limit of changes read, sent or not
     */
    Republished republish(Connection connection, String kind, OffsetDateTime from, long next, long last, int limit)
            throws SQLException, InterruptedException {
        List<OutboxRow> found;
        try (var statement = connection.prepareStatement(PAST)) {
            statement.setObject(1, from);
            statement.setString(2, kind);
            statement.setLong(3, next);
            statement.setString(4, kind);
            statement.setLong(5, last);
            statement.setInt(6, limit);
            found = OutboxRow.read(statement.executeQuery(), false);
        }
        List<OutboxRow> rows = found.stream().filter(row -> row.state() != null).toList();
        Outcome outcome = send(connection, rows);
        if (!outcome.acknowledged.isEmpty()) {
            try (var statement = connection.prepareStatement(SENT_AFTER_ALL)) {
                statement.setArray(1, connection.createArrayOf("bigint", outcome.acknowledged.toArray()));
                statement.executeUpdate();
            }
        }
        Set<Long> acknowledged = new HashSet<>(outcome.acknowledged);
        int sent = 0;
        for (OutboxRow row : rows) {
            if (!acknowledged.contains(row.position())) {
                String cause = outcome.refused.getOrDefault(row.position(), outcome.blocked.get(kind));
                return new Republished(
                        found.size(),
                        sent,
                        row.position(),
                        outcome.blocked.containsKey(kind),
                        Optional.of("Position " + row.position() + ", sequence " + row.sequence() + " of " + row.id()
                                + ": " + cause));
            }
            sent++;
        }
        long after =
                found.size() < limit ? last + 1 : found.get(found.size() - 1).position() + 1;
        return new Republished(found.size(), sent, after, false, Optional.empty());
    }

    /**
     * Result of a republished batch.
     *
     * @param read changes read
     * @param sent changes acknowledged before the first that was not
     * @param next position to continue with
     * @param blocked whether the topic did not accept one
     * @param error why it does not progress
     */
    record Republished(int read, int sent, long next, boolean blocked, Optional<String> error) {}

    private static final class Outcome {
        private final List<Long> acknowledged = new ArrayList<>();
        private final Map<Long, String> refused = new HashMap<>();

        /** Kinds whose topics did not accept theirs, and why. */
        private final Map<String, String> blocked = new HashMap<>();
    }

    private Outcome send(Connection connection, List<OutboxRow> rows) throws SQLException, InterruptedException {
        Outcome outcome = new Outcome();
        List<OutboxRow> segment = new ArrayList<>();
        for (OutboxRow row : rows) {
            if (row.isMark()) {
                // Everything journaled before a mark must be delivered first, on every topic.
                sendEvents(connection, segment, outcome);
                segment.clear();
                if (!outcome.blocked.isEmpty()) {
                    return outcome;
                }
                sendMark(connection, row, outcome);
            } else {
                segment.add(row);
            }
        }
        sendEvents(connection, segment, outcome);
        return outcome;
    }

    private void sendEvents(Connection connection, List<OutboxRow> rows, Outcome outcome)
            throws SQLException, InterruptedException {
        List<OutboxRow> handedOver = new ArrayList<>(rows.size());
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            if (outcome.blocked.containsKey(row.kind())) {
                continue;
            }
            lease.keep(connection);
            try {
                Future<RecordMetadata> future = producer.send(row.event(source, reached(row)), traced(row));
                if (failedAtOnce(future, row, outcome)) {
                    continue;
                }
                sent.add(future);
                handedOver.add(row);
            } catch (KafkaException e) {
                failed(row, e, outcome);
            }
        }
        flush(connection);
        for (int i = 0; i < sent.size(); i++) {
            OutboxRow row = handedOver.get(i);
            try {
                sent.get(i).get();
                // After an unacknowledged record it would be out of order: it is sent again.
                if (!outcome.blocked.containsKey(row.kind())) {
                    outcome.acknowledged.add(row.position());
                }
            } catch (ExecutionException e) {
                failed(row, e.getCause(), outcome);
            }
        }
    }

    /**
     * Waits until every record is acknowledged or given up, renewing the lease meanwhile: if it expired whenever one
     * topic is blocked, replicas would send the events of all others repeatedly and never dequeue them.
     */
    private void flush(Connection connection) throws SQLException, InterruptedException {
        lease.keep(connection);
        long begun = System.nanoTime();
        Future<?> flushed = flushing.submit(producer::flush);
        while (System.nanoTime() - begun < FLUSH.toNanos()) {
            try {
                flushed.get(lease.duration().toMillis() / 6, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                lease.keep(connection);
            } catch (ExecutionException e) {
                throw new KafkaException("The records sent could not be flushed", e.getCause());
            }
        }
        throw new KafkaException("The producer has neither delivered nor given up for " + FLUSH);
    }

    /**
     * A missing topic or an oversized record fails before sending, as a completed future. Detecting this early avoids
     * waiting for each record of such a topic.
     */
    private static boolean failedAtOnce(Future<RecordMetadata> future, OutboxRow row, Outcome outcome)
            throws InterruptedException {
        if (!future.isDone()) {
            return false;
        }
        try {
            future.get();
            return false;
        } catch (ExecutionException e) {
            failed(row, e.getCause(), outcome);
            return true;
        }
    }

    private static void failed(OutboxRow row, Throwable cause, Outcome outcome) {
        if (!row.isMark()
                && (cause instanceof RecordTooLargeException
                        || cause instanceof RecordBatchTooLargeException
                        || cause instanceof InvalidTopicException)) {
            outcome.refused.put(row.position(), cause.toString());
        } else {
            outcome.blocked.putIfAbsent(row.kind(), String.valueOf(cause));
        }
    }

    /** Ends the span of the sending; null where its trace is not sampled. */
    private Callback traced(OutboxRow row) {
        Span span = tracing.send(Envelope.topic(row.kind()), row.traceparent());
        return span.isRecording() ? (metadata, failure) -> Tracing.end(span, failure) : null;
    }

    /** The highest position that has been sent, with this row. */
    private long reached(OutboxRow row) {
        if (row.eventId() == null) {
            reached = Math.max(reached, row.position());
        }
        return reached;
    }

    /**
     * Sends all epoch starts again: a consumer that is new, or has lost them, would reject the events of these epochs.
     *
     * @throws KafkaException when a topic does not accept them
     */
    void sendEpochs(Connection connection) throws SQLException, InterruptedException {
        List<OutboxRow> epochs;
        try (var statement = connection.prepareStatement(EPOCHS)) {
            epochs = OutboxRow.read(statement.executeQuery(), false);
        }
        Outcome outcome = send(connection, epochs);
        if (!outcome.blocked.isEmpty()) {
            throw new KafkaException("Topics did not accept the starts of epochs: " + outcome.blocked);
        }
    }

    private void sendMark(Connection connection, OutboxRow mark, Outcome outcome)
            throws SQLException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (String kind : owned) {
                lease.keep(connection);
                for (var partition : producer.partitionsFor(Envelope.topic(kind))) {
                    sent.add(producer.send(
                            mark.onPartition(Envelope.topic(kind), partition.partition(), source, reached(mark))));
                }
            }
            flush(connection);
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            outcome.acknowledged.add(mark.position());
        } catch (KafkaException | ExecutionException e) {
            failed(mark, e instanceof ExecutionException ? e.getCause() : e, outcome);
        }
    }

    private static void setAside(Connection connection, long position, String error) throws SQLException {
        LOG.errorf("The broker refuses an event for good: position=%d cause=%s", position, error);
        try (var statement = connection.prepareStatement(SET_ASIDE)) {
            statement.setString(1, shortened(error));
            statement.setLong(2, position);
            statement.executeUpdate();
        }
    }

    /** Truncates to the column's length. */
    static String shortened(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    @Override
    public void close() {
        try {
            producer.close(Duration.ofSeconds(2));
        } finally {
            flushing.shutdownNow();
        }
    }
}
