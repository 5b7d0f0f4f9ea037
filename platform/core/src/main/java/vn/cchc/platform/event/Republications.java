package vn.cchc.platform.event;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import vn.cchc.platform.event.OutboxPublisher.Republished;
import vn.cchc.platform.time.VietnamTime;

/**
 * Carries out republication orders one after another, while no new changes are queued; day marks come last. An order
 * that is blocked records the cause, yields to others and to new changes, and is retried.
 */
final class Republications {

    private static final Logger LOG = Logger.getLogger(Republications.class);
    private static final OffsetDateTime EVER = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Retry interval of a blocked order. */
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final String OPEN = """
            SELECT id, kind, from_day, first, next, last, last_error FROM republication
            WHERE done_at IS NULL ORDER BY id LIMIT 100""";
    private static final String PROGRESS = """
            UPDATE republication SET next = ?, sent = sent + ?, last_error = ?,
                   done_at = CASE WHEN ? THEN clock_timestamp() END
            WHERE id = ? AND EXISTS (SELECT 1 FROM lease WHERE name = ? AND fence = ?)""";

    private final OutboxPublisher publisher;
    private final OwnedTopics topics;
    private final Lease lease;
    private final Map<UUID, Long> triedAt = new HashMap<>();
    private final Set<String> kindsWithTopic = new HashSet<>();

    Republications(OutboxPublisher publisher, OwnedTopics topics, Lease lease) {
        this.publisher = publisher;
        this.topics = topics;
        this.lease = lease;
    }

    private record Order(UUID id, String kind, LocalDate from, long first, long next, long last, String error) {

        boolean isMark() {
            return DayMark.KIND.equals(kind);
        }
    }

    /**
     * Sends the next batch of the oldest open order that is not blocked.
     *
     * @param blockedKinds kinds to leave out; that of the order is added when its topic does not accept it
     * @return how many changes were read
     * @throws LeaseLost when another relay has taken over
     */
    int sendNext(Connection connection, Set<String> blockedKinds, int limit) throws SQLException, InterruptedException {
        List<Order> open = open(connection);
        // A mark states that everything before it was sent: it waits for the open orders, and while any kind is
        // blocked.
        boolean marksWait = !blockedKinds.isEmpty() || open.stream().anyMatch(order -> !order.isMark());
        for (Order order : open) {
            Long tried = triedAt.get(order.id);
            if (!(order.isMark() && marksWait)
                    && !blockedKinds.contains(order.kind)
                    && (tried == null || System.nanoTime() - tried > WAIT_NANOS)) {
                return sendNext(connection, order, blockedKinds, limit);
            }
        }
        return 0;
    }

    private int sendNext(Connection connection, Order order, Set<String> blockedKinds, int limit)
            throws SQLException, InterruptedException {
        Republished part;
        try {
            part = part(connection, order, limit);
        } catch (LeaseLost e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            // If the connection itself failed, the progress cannot be written either, and the relay restarts.
            part = new Republished(0, 0, order.next, false, Optional.of(e.toString()));
        }
        if (part.blocked()) {
            blockedKinds.add(order.kind);
        }
        String error = part.error().map(OutboxPublisher::shortened).orElse(null);
        if (error == null) {
            triedAt.remove(order.id);
        } else {
            triedAt.put(order.id, System.nanoTime());
            kindsWithTopic.remove(order.kind);
            if (!error.equals(order.error)) {
                LOG.warnf("Republication makes no progress: id=%s kind=%s cause=%s", order.id, order.kind, error);
            }
        }
        try (var progress = connection.prepareStatement(PROGRESS)) {
            progress.setLong(1, part.next());
            progress.setInt(2, part.sent());
            progress.setString(3, error);
            progress.setBoolean(4, part.next() > order.last);
            progress.setObject(5, order.id);
            progress.setString(6, lease.name());
            progress.setLong(7, lease.fence());
            if (progress.executeUpdate() == 0) {
                throw new LeaseLost(lease.name());
            }
        }
        return part.read();
    }

    private Republished part(Connection connection, Order order, int limit) throws SQLException, InterruptedException {
        if (!kindsWithTopic.contains(order.kind)) {
            Optional<String> missing = topics.firstMissing(order.kind);
            if (missing.isPresent()) {
                throw new KafkaException("There is no topic for " + missing.get());
            }
            kindsWithTopic.add(order.kind);
        }
        if (order.next == order.first) {
            publisher.sendEpochs(connection);
        }
        return publisher.republish(
                connection,
                order.kind,
                order.from == null ? EVER : VietnamTime.startOf(order.from),
                order.next,
                order.last,
                limit);
    }

    private static List<Order> open(Connection connection) throws SQLException {
        List<Order> orders = new ArrayList<>();
        try (var statement = connection.prepareStatement(OPEN);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                orders.add(new Order(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7)));
            }
        }
        return orders;
    }
}
