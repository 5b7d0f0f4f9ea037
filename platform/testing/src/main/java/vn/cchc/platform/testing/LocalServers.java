package vn.cchc.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A real PostgreSQL and a real Kafka for {@code @QuarkusTest}s: {@code @WithTestResource(LocalServers.class)}. They
 * start once per JVM, within a second or two, and are shared by all test classes of the module. The module's database
 * is named after its folder and initially empty. Tests see each other's data, so each uses ids of its own.
 */
public class LocalServers implements QuarkusTestResourceLifecycleManager {

    /** A server that a test may stop temporarily and must start again. */
    public enum Server {
        POSTGRES,
        KAFKA;

        /** Orderly shutdown: acknowledged data is on disk, open transactions are rolled back. */
        public void stop() {
            LocalServers.order(this, "stop");
        }

        /** SIGKILL, like a crash. */
        public void kill() {
            LocalServers.order(this, "kill");
        }

        /** Restarts on the same port with the same data; returns when it responds. */
        public void start() {
            LocalServers.order(this, "start");
        }
    }

    @Override
    public Map<String, String> start() {
        order("postgres database " + database());
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.username", database(),
                "quarkus.datasource.password", "trusted",
                "kafka.bootstrap.servers", bootstrapServers(),
                "quarkus.oidc.public-key",
                        Base64.getEncoder()
                                .encodeToString(TestTokens.keys().getPublic().getEncoded()),
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0");
    }

    /** The servers keep running for the next test class. */
    @Override
    public void stop() {}

    /** For {@code bootstrap.servers} of a Kafka client. */
    public static String bootstrapServers() {
        return servers().apply("kafka address");
    }

    /** JDBC URL of this module's database. */
    public static String jdbcUrl() {
        return servers().apply("postgres address") + database();
    }

    /** A superuser connection to this module's database, outside the application's pool. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", null);
    }

    /** Versions of the migrations in Java that the application has applied to this module's database. */
    public static List<String> migrationsInJava() throws SQLException {
        List<String> versions = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT version FROM flyway_schema_history WHERE type = 'JDBC' AND success ORDER BY version")) {
            while (row.next()) {
                versions.add(row.getString(1));
            }
        }
        return versions;
    }

    /** Name of this module's database and of its owner. */
    public static String database() {
        String folder = Path.of("").toAbsolutePath().getFileName().toString();
        return folder.replace('-', '_');
    }

    private static void order(Server server, String what) {
        order(server.name().toLowerCase(Locale.ROOT) + " " + what);
    }

    private static void order(String command) {
        String answer = servers().apply(command);
        if (!answer.isEmpty()) {
            throw new IllegalStateException(command + ": " + answer);
        }
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> servers() {
        return JvmWide.call(SharedServers.class, "instance", UnaryOperator.class);
    }
}
