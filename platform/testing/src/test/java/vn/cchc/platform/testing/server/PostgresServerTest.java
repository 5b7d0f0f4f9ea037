package vn.cchc.platform.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    /** Unpacked once. */
    @TempDir
    static Path binaries;

    @TempDir
    Path folder;

    private PostgresServer withBinaries() throws IOException {
        Files.createSymbolicLink(folder.resolve("binaries"), binaries);
        return PostgresServer.in(folder, 0);
    }

    @Test
    void committed_rows_survive_a_kill_and_a_stop() throws IOException, SQLException {
        try (PostgresServer server = withBinaries().start().withDatabase("plan")) {
            execute(server, "CREATE TABLE note (text text)");
            execute(server, "INSERT INTO note VALUES ('trước')");

            server.kill();
            server.start();
            execute(server, "INSERT INTO note VALUES ('sau')");
            server.stop();
            server.start().withDatabase("plan");

            assertThat(query(server, "SELECT string_agg(text, ',') FROM note")).isEqualTo("trước,sau");
        }
    }

    @Test
    void it_is_as_durable_as_a_real_one() throws IOException, SQLException {
        try (PostgresServer server = withBinaries().start().withDatabase("plan")) {
            assertThat(query(server, "SHOW fsync")).isEqualTo("on");
            assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(query(
                            server,
                            "SELECT count(*) > 0 FROM pg_available_extensions WHERE name = 'pg_stat_statements'"))
                    .isEqualTo("t");
            assertThat(query(server, "SELECT lower('ĐƯỜNG')")).isEqualTo("đường");
        }
    }

    @Test
    void closing_a_temporary_one_leaves_no_process() {
        ProcessHandle main;
        try (PostgresServer server = PostgresServer.temporary().start()) {
            main = server.postmaster().orElseThrow();
            assertThat(Processes.isRunning(main)).isTrue();
        }
        assertThat(Processes.isRunning(main)).isFalse();
    }

    @Test
    void half_unpacked_binaries_are_replaced() throws IOException, SQLException {
        try (PostgresServer server = PostgresServer.in(folder, 0).start()) {
            server.stop();
            try (Stream<Path> entries = Files.list(folder.resolve("binaries"))) {
                Path copy = entries.filter(
                                entry -> entry.getFileName().toString().startsWith("PG-"))
                        .findFirst()
                        .orElseThrow();
                Files.delete(copy.resolve(".exists"));
                Files.delete(copy.resolve("bin/postgres"));
            }
            PostgresServer again = PostgresServer.in(folder, 0);
            again.start().withDatabase("plan");
            assertThat(query(again, "SELECT 1")).isEqualTo("1");
            again.close();
        }
    }

    @Test
    void a_port_in_use_is_told_and_nothing_is_left() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            PostgresServer server = PostgresServer.in(folder, taken.getLocalPort());
            assertThatThrownBy(server::start)
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
            assertThat(server.postmaster()).isEmpty();
        }
    }

    @Test
    @Timeout(30)
    void one_that_ends_while_it_starts_is_told_at_once() throws IOException {
        PostgresServer server = withBinaries().start();
        server.stop();
        Files.write(folder.resolve("data/global/pg_control"), new byte[0]);

        assertThatThrownBy(server::start)
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("ended while it started")
                .hasMessageContaining("pg_control");
        assertThat(server.postmaster()).isEmpty();
    }

    @Test
    void a_stranger_that_got_the_process_id_of_one_that_was_killed_is_not_taken_for_it() throws IOException {
        Path pidFile = Files.createDirectories(folder.resolve("data")).resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");

        assertThat(PostgresServer.in(folder, 0).postmaster()).isEmpty();
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("plan"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("plan"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
