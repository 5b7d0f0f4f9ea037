package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** Migrations go forward over data, and the database holds what it can hold. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MigrationTest {

    private final String schema = "m" + UUID.randomUUID().toString().replace("-", "");

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(LocalServers.jdbcUrl(), "postgres", null)
                .schemas(schema)
                .locations("db/platform", "db/migration")
                .target(target)
                .load();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + schema);
            statement.execute(sql);
        }
    }

    @Test
    void data_of_an_older_version_is_there_after_the_newest() throws SQLException {
        flyway("20261123.10").migrate();
        UUID id = UUID.randomUUID();
        run("INSERT INTO authority VALUES ('" + id
                + "', 0, 'X', 'UBND xã', 'COMMUNE', NULL, 'X', false, '2016-07-01', NULL, now())");

        flyway("latest").migrate();

        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT name FROM " + schema + ".authority WHERE id = '" + id + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("UBND xã");
        }
    }

    @Test
    void the_database_refuses_what_would_break_an_invariant() {
        flyway("latest").migrate();
        String authority =
                "INSERT INTO authority VALUES (gen_random_uuid(), 0, '%s', 'UBND', '%s', NULL, 'X', false, '2016-07-01', %s, now())";

        assertThatThrownBy(() -> run(authority.formatted("A", "WARD", "NULL")))
                .hasMessageContaining("ck_authority_level");
        assertThatThrownBy(() -> run(authority.formatted("A", "COMMUNE", "'2010-01-01'")))
                .hasMessageContaining("ck_authority_validity");
        assertThatThrownBy(() -> run(authority.formatted("A", "COMMUNE", "NULL") + ";"
                        + authority.formatted("A", "COMMUNE", "NULL")))
                .hasMessageContaining("uq_authority_code");
    }
}
