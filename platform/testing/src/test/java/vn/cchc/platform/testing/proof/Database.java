package vn.cchc.platform.testing.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import vn.cchc.platform.testing.LocalServers;

/** What lies in the database, seen beside the application. */
final class Database {

    private Database() {}

    static long count(String sql, Object... parameters) {
        return (Long) value(sql, parameters);
    }

    static boolean hasRow(UUID id) {
        return count("SELECT count(*) FROM sample WHERE id = ?", id) == 1;
    }

    static long pendingEvents() {
        return count("SELECT count(*) FROM journal_outbox");
    }

    /** The version that the consumer knows, -1 when it knows none. */
    static long knownVersion(UUID id) {
        return count("SELECT coalesce((SELECT version FROM sample_projection WHERE id = ?), -1)", id);
    }

    /** Records of the aggregate that this service could not process and nobody has settled. */
    static long deadLetters(UUID id) {
        return count("SELECT count(*) FROM dead_letter WHERE key = ? AND state = 'OPEN'", id.toString());
    }

    /**
     * Takes changes that a test made out of the journal, with what of them is not sent yet. The last change is emptied and stays: a
     * journal that ends before what was sent has been restored from a backup.
     *
     * @param condition which changes, on columns of {@code journal}
     */
    static void forget(String condition) {
        value("WITH sent AS (DELETE FROM journal_outbox WHERE position IN (SELECT position FROM journal WHERE "
                + condition
                + ")) DELETE FROM journal WHERE (" + condition
                + ") AND position < (SELECT max(position) FROM journal) RETURNING 1");
        value("UPDATE journal SET kind = 'left', type = 'vn.cchc.left.written.v1', state = '{}' WHERE " + condition
                + " RETURNING 1");
    }

    static Object value(String sql, Object... parameters) {
        try (Connection connection = LocalServers.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1) : null;
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
