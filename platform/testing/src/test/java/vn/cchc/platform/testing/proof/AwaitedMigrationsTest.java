package vn.cchc.platform.testing.proof;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.database.AwaitedMigrations;
import vn.cchc.platform.database.DatabaseAtStart;
import vn.cchc.platform.testing.LocalServers;

@QuarkusTest
@WithTestResource(LocalServers.class)
class AwaitedMigrationsTest {

    @Inject
    AwaitedMigrations migrations;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_start_waits_while_the_schema_is_older_than_the_program_and_goes_on_when_it_is_migrated() throws Exception {
        assertThat(migrations.missing()).isEmpty();
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            String newest = newest(statement);
            statement.execute(
                    "CREATE TABLE kept AS SELECT * FROM flyway_schema_history WHERE version = '" + newest + "'");
            try {
                statement.execute("DELETE FROM flyway_schema_history WHERE version = '" + newest + "'");
                assertThat(migrations.missing()).hasValueSatisfying(what -> assertThat(what)
                        .contains("CCHC_MODE=migrate")
                        .endsWith("Missing: " + newest.replace('_', '.')));

                CompletableFuture<Boolean> start = CompletableFuture.supplyAsync(this::awaited);

                await().untilAsserted(() -> assertThat(asked).hasValueGreaterThan(1));
                assertThat(start).isNotDone();
                statement.execute("INSERT INTO flyway_schema_history SELECT * FROM kept");
                assertThat(start.get(30, SECONDS)).isTrue();
            } finally {
                statement.execute("INSERT INTO flyway_schema_history SELECT * FROM kept ON CONFLICT DO NOTHING");
                statement.execute("DROP TABLE kept");
            }
        }
    }

    private boolean awaited() {
        try {
            DatabaseAtStart.await(() -> {
                asked.incrementAndGet();
                return migrations.missing();
            });
            return migrations.missing().isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newest(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(
                "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
