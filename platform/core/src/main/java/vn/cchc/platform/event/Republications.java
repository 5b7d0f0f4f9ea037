package vn.cchc.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.cchc.platform.time.VietnamTime;

/** Carries out operators' orders to send the past again, one after another, where nothing of the present waits. */
final class Republications {

    private static final OffsetDateTime EVER = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String OLDEST =
            "SELECT id, kind, from_day, next, last FROM republication WHERE done_at IS NULL ORDER BY id LIMIT 1";
    private static final String PROGRESS = """
            UPDATE republication SET next = ?, sent = sent + ?, done_at = CASE WHEN ? THEN clock_timestamp() END
            WHERE id = ? AND EXISTS (SELECT 1 FROM lease WHERE name = ? AND fence = ?)""";

    private final OutboxPublisher publisher;
    private final Lease lease;

    Republications(OutboxPublisher publisher, Lease lease) {
        this.publisher = publisher;
        this.lease = lease;
    }

    /**
     * Sends the next part of the oldest order that is not done.
     *
     * @return how many events it had
     */
    int goOn(Connection connection, int limit) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement();
                var order = statement.executeQuery(OLDEST)) {
            if (!order.next()) {
                return 0;
            }
            LocalDate from = order.getObject(3, LocalDate.class);
            var part = publisher.republish(
                    connection,
                    order.getString(2),
                    from == null ? EVER : VietnamTime.startOf(from),
                    order.getLong(4),
                    order.getLong(5),
                    limit);
            try (var progress = connection.prepareStatement(PROGRESS)) {
                progress.setLong(1, part.next());
                progress.setInt(2, part.sent());
                progress.setBoolean(3, part.next() > order.getLong(5));
                progress.setObject(4, order.getObject(1));
                progress.setString(5, lease.name());
                progress.setLong(6, lease.fence());
                if (progress.executeUpdate() == 0) {
                    throw new LeaseLost(lease.name());
                }
            }
            return part.sent();
        }
    }
}
