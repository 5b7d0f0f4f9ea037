package vn.cchc.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * The right to do something that one replica does at a time: a row that its owner keeps renewing. A replica that is gone, or
 * frozen, or cut off, renews nothing, and another takes over when the lease has expired; no session has to end for it. Each
 * new owner has a higher fence, which a statement can ask for, so that the former one notices when it goes on. Times are the
 * database's. Not safe for use by several threads.
 */
final class Lease {

    private static final String TAKE = """
            INSERT INTO lease AS l (name, owner, fence, expires_at)
            VALUES (?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
            ON CONFLICT (name) DO UPDATE
            SET owner = excluded.owner, expires_at = excluded.expires_at,
                fence = CASE WHEN l.owner = excluded.owner THEN l.fence ELSE l.fence + 1 END
            WHERE l.owner = excluded.owner OR l.expires_at < clock_timestamp()
            RETURNING fence""";
    private static final String FREE = "UPDATE lease SET expires_at = '-infinity' WHERE name = ? AND owner = ?";

    private static final String HELD = "SELECT 1 FROM lease WHERE name = ? AND owner = ? AND fence = ? FOR SHARE";

    private final String name;
    private final Duration duration;
    private final UUID owner = Ids.next();
    private long fence;
    private long takenAt;

    Lease(String name, Duration duration) {
        this.name = name;
        this.duration = duration;
    }

    /** Takes or renews it; false while another has it. */
    boolean take(Connection connection) throws SQLException {
        // Counted from before the statement, so that it never seems to last longer here than in the database.
        long begun = System.nanoTime();
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, name);
            statement.setObject(2, owner);
            statement.setLong(3, duration.toMillis());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                fence = row.getLong(1);
                takenAt = begun;
                return true;
            }
        }
    }

    /**
     * Renews it when less than two thirds of it are left.
     *
     * @throws LeaseLost when another has it, or has had it: what was begun under the former fence must not go on under a new one
     */
    void keep(Connection connection) throws SQLException {
        if (System.nanoTime() - takenAt > duration.toNanos() / 3) {
            long former = fence;
            if (!take(connection) || fence != former) {
                throw new LeaseLost(name);
            }
        }
    }

    /** Whether no other has had it since it was taken; nobody takes it before the transaction of the connection ends. */
    boolean isHeld(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(HELD)) {
            statement.setString(1, name);
            statement.setObject(2, owner);
            statement.setLong(3, fence);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Lets another take over at once. */
    void free(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(FREE)) {
            statement.setString(1, name);
            statement.setObject(2, owner);
            statement.executeUpdate();
        }
    }

    String name() {
        return name;
    }

    /** How long it lasts when it is not renewed. */
    Duration duration() {
        return duration;
    }

    /** Grows with each new owner. */
    long fence() {
        return fence;
    }
}
