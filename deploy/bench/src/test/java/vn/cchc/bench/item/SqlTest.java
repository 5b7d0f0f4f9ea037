package vn.cchc.bench.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cchc.bench.Layout;
import vn.cchc.bench.data.History;
import vn.cchc.bench.system.Database;
import vn.cchc.platform.testing.server.PostgresServer;

/** What is put straight into the database of feedback-service, in tables that its own migrations have made. */
class SqlTest {
    private static final int FEEDBACK = 2_000;
    private static final int EVENTS = 50;

    private static final Layout LAYOUT =
            new Layout(Path.of("../..").toAbsolutePath().normalize(), Path.of("target"));

    private static PostgresServer server;
    private static Database feedback;

    @BeforeAll
    static void load() throws IOException {
        server = PostgresServer.temporary().start().withDatabase("feedback");
        feedback = new Database(server.port(), "feedback", "feedback");
        for (Path migration : migrations()) {
            // As Flyway does: each in a transaction.
            feedback.execute("BEGIN;\n" + Files.readString(migration) + "\nCOMMIT;");
        }
        feedback.execute("""
                INSERT INTO known_authority (id, version, code, name, valid_from, units)
                SELECT gen_random_uuid(), 1, 'BENCH-00' || n, 'Xã ' || n, DATE '2020-01-01',
                       jsonb_build_array(jsonb_build_object('id', gen_random_uuid()))
                FROM generate_series(1, 9) AS n""");
        feedback.execute(History.sql(LAYOUT, FEEDBACK));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> platform = Files.list(LAYOUT.root().resolve("platform/core/src/main/resources/db/platform"));
                Stream<Path> service =
                        Files.list(LAYOUT.root().resolve("feedback-service/src/main/resources/db/migration"))) {
            return Stream.concat(platform, service)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    @Test
    void each_version_of_a_feedback_of_the_history_stands_in_the_journal() {
        assertThat(feedback.value("SELECT count(*) FROM feedback")).isEqualTo(String.valueOf(FEEDBACK));
        assertThat(feedback.value("SELECT count(DISTINCT state) FROM feedback")).isEqualTo("4");
        assertThat(feedback.query("""
                        SELECT f.state, count(*), min(j.sequence), max(j.sequence)
                        FROM feedback f LEFT JOIN journal j ON j.kind = 'feedback' AND j.id = f.id AND j.epoch = 1
                        GROUP BY f.id HAVING count(*) <> f.version OR min(j.sequence) <> 1 OR max(j.sequence) <> f.version
                        """, row -> row.getString(1))).isEmpty();
    }

    @Test
    void the_last_change_in_the_journal_is_the_feedback_as_it_is() {
        assertThat(feedback.query("""
                        SELECT f.id FROM feedback f
                        LEFT JOIN journal j ON j.kind = 'feedback' AND j.id = f.id AND j.sequence = f.version
                            AND j.type = 'vn.cchc.feedback.' || lower(f.state) || '.v1'
                            AND j.occurred_at = f.changed_at
                            AND (j.state ->> 'receivedAt')::timestamptz = f.received_at
                            AND (j.state ->> 'state', (j.state ->> 'version')::int, (j.state ->> 'dueOn')::date)
                                = (f.state, f.version, f.due_on)
                            AND (j.state ->> 'unitId')::uuid IS NOT DISTINCT FROM f.unit_id
                            AND (j.state ->> 'answeredOn')::date IS NOT DISTINCT FROM f.answered_on
                        WHERE j.id IS NULL""", row -> row.getString(1))).isEmpty();
    }

    @Test
    void nothing_of_the_history_waits_to_be_sent() {
        assertThat(feedback.value("SELECT count(*) FROM journal_outbox")).isEqualTo("0");
    }

    @Test
    void what_the_outbox_is_filled_with_is_in_the_journal_and_waits_to_be_sent() {
        makeEvents();
        feedback.execute(LAYOUT.read("sql/fill-outbox.sql"));

        try {
            assertThat(feedback.value("""
                            SELECT count(*) FROM journal_outbox o JOIN journal j ON j.position = o.position
                            WHERE j.kind = 'bench' AND j.state ->> 'id' = j.id::text
                                AND j.state ->> 'authorityId' = j.authority_id::text""")).isEqualTo(String.valueOf(EVENTS));
        } finally {
            feedback.execute("DELETE FROM journal_outbox; DELETE FROM journal WHERE kind = 'bench'");
        }
    }

    @Test
    void what_the_relay_was_measured_with_leaves_the_journal_and_the_history_stays() {
        String before = feedback.value("SELECT count(*) FROM journal");
        makeEvents();
        feedback.execute(LAYOUT.read("sql/fill-outbox.sql"));
        feedback.execute("DELETE FROM journal_outbox");

        RelayItem.CLEAR.forEach(feedback::execute);

        assertThat(feedback.value("SELECT count(*) FROM journal")).isEqualTo(before);
    }

    @Test
    void a_record_of_the_limit_is_the_state_of_a_change_with_its_key_and_the_headers_that_the_relay_gives_it() {
        makeEvents();
        String id = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
        String time = "2021-01-04T01:00:[0-9]{2}(?:\\.[0-9]{0,2}[1-9])?Z";

        assertThat(feedback.query(RelayItem.WHOLE_RECORDS, row -> row.getString(1)))
                .hasSize(EVENTS)
                .allMatch(whole -> whole.matches("\\{.*\"pausedSince\" : null.*}" + id
                        + "ce_specversion1\\.0ce_id\\1\\.1\\.1ce_source/feedback-service"
                        + "ce_typevn\\.cchc\\.feedback\\.received\\.v1ce_time" + time + "ce_subject\\1"
                        + "ce_epoch1ce_sequence1ce_recordedtime" + time + "content-typeapplication/json"));
    }

    private static void makeEvents() {
        feedback.execute(LAYOUT.read("sql/events.sql").replace("${events}", String.valueOf(EVENTS)));
    }
}
