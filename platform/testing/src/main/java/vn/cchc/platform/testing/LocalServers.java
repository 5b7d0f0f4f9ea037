package vn.cchc.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A real PostgreSQL and a real Kafka for {@code @QuarkusTest}s: {@code @WithTestResource(LocalServers.class)}. They start
 * once per JVM, in a second or two, and serve every test class of the module; its database is named after its folder and
 * is empty at first, so what a test leaves behind is seen by the next. Tests use ids of their own.
 */
public class LocalServers implements QuarkusTestResourceLifecycleManager {

    /** A server that a test may take away for a while, and must give back. */
    public enum Server {
        POSTGRES,
        KAFKA;

        /** In order: what was acknowledged is on disk, open transactions are rolled back. */
        public void stop() {
            LocalServers.order(this, "stop");
        }

        /** At once, as a crash would. */
        public void kill() {
            LocalServers.order(this, "kill");
        }

        /** On the same port, with the same data; returns when it answers. */
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
                "quarkus.http.test-port", "0");
    }

    /** The servers stay for the next test class. */
    @Override
    public void stop() {}

    /** For {@code bootstrap.servers} of a Kafka client. */
    public static String bootstrapServers() {
        return servers().apply("kafka address");
    }

    /** The address of this module's database. */
    public static String jdbcUrl() {
        return servers().apply("postgres address") + database();
    }

    /** A connection to this module's database beside the application's pool, as superuser. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", null);
    }

    /** The name of this module's database and of its owner. */
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
