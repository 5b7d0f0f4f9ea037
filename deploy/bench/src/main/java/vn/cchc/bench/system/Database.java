package vn.cchc.bench.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cchc.bench.Unmeasurable;

/** A database of the system under test, accessed as superuser. */
public final class Database {
    private static final String SUPERUSER = "postgres";

    private final int port;
    private final String name;
    private final String owner;

    /** @param owner owner role, as which the service and pgbench connect */
    public Database(int port, String name, String owner) {
        this.port = port;
        this.name = name;
        this.owner = owner;
    }

    /** Row mapper. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public int port() {
        return port;
    }

    public String name() {
        return name;
    }

    public String owner() {
        return owner;
    }

    /** Runs statements separated by semicolons in one transaction. */
    public void execute(String statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** A transaction with executed statements, not yet committed. */
    public final class Pending implements AutoCloseable {
        private final Connection connection;

        private Pending(Connection connection) {
            this.connection = connection;
        }

        public void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }

    /** As {@link #execute}, without the commit. */
    public Pending executeUncommitted(String statements) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(statements);
            }
            return new Pending(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public <T> List<T> query(String query, Row<T> row) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** First column of the only row. */
    public String value(String query) {
        List<String> rows = query(query, row -> row.getString(1));
        if (rows.size() != 1) {
            throw new Unmeasurable("One row expected, not " + rows.size() + ": " + query);
        }
        return rows.get(0);
    }

    public boolean isTrue(String query) {
        return value(query).equals("t");
    }

    /** Durability and resource settings, which must be equal for both sides of a ratio. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : List.of(
                "server_version",
                "fsync",
                "synchronous_commit",
                "full_page_writes",
                "wal_sync_method",
                "shared_buffers",
                "max_wal_size",
                "jit")) {
            settings.put(setting, value("SHOW " + setting));
        }
        return settings;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/" + name + "?ApplicationName=bench", SUPERUSER, "");
    }

    private Unmeasurable failure(SQLException e) {
        return new Unmeasurable("Database " + name + ": " + e.getMessage(), e);
    }
}
