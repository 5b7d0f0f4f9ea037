package vn.cchc.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * A lease: a row that one replica owns at a time and keeps renewing. An owner that dies, freezes or is partitioned does
 * not renew, and another takes over on expiry, without waiting for a session to end. Each new owner has a higher
 * fencing token, which statements can check, so that a former owner notices the takeover. Times are the database's. Not
 * thread-safe.
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

    /** Acquires or renews it; false while another replica owns it. */
    boolean take(Connection connection) throws SQLException {
        // Measured from before the statement, so that the lease never appears longer here than in the database.
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
     * Renews it when less than two thirds are left.
     *
     * @throws LeaseLost when another replica owns or has owned it since: work begun under the former fence must not
     *     continue
     */
    void keep(Connection connection) throws SQLException {
        if (System.nanoTime() - takenAt > duration.toNanos() / 3) {
            long former = fence;
            if (!take(connection) || fence != former) {
                throw new LeaseLost(name);
            }
        }
    }

    /**
     * Whether no other replica has owned it since it was acquired. Locks the row: nobody acquires it before the
     * transaction ends.
     */
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

    /** Releases it for an immediate takeover. */
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

    /** Time to expiry after the last renewal. */
    Duration duration() {
        return duration;
    }

    /** Fencing token: increases with each new owner. */
    long fence() {
        return fence;
    }
}
