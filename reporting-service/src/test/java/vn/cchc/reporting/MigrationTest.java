package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestCalendars;
import vn.cchc.reporting.migration.FoldAllInvisible;
import vn.cchc.reporting.migration.FoldAnew;

/** Migrations go forward over data: what was known before the journal is known after it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MigrationTest {

    private static final UUID REPORT = UUID.randomUUID();
    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final UUID PLAN = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();

    private final String schema = "m" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void facts_and_changes_of_the_version_before_are_carried_over() throws SQLException {
        migrate("20261124.10");
        run("""
                INSERT INTO report (id, version, authority_id, milestone_id, plan_id, year, regime, period, period_from, cut_off,
                                    due_on, work_on, state, edition, sent_edition, number, approved_on, sent_on, created_at,
                                    changed_at)
                VALUES ('%s', 6, '%s', gen_random_uuid(), '%s', 2021, 'CCHC', '2021-Q1', '2021-01-01', '2021-02-25',
                        '2021-02-27', '2021-02-26', 'RETURNED', 2, 1, 5, '2021-02-26', '2021-02-26', now(), now())
                """.formatted(REPORT, AUTHORITY, PLAN));
        change(1, "drafts", "2021-02-22 08:00+07", "NULL");
        change(2, "sections", "2021-02-23 08:00+07", "'II.2'");
        change(3, "approvals", "2021-02-26 08:00+07", "NULL");
        change(4, "dispatches", "2021-02-26 09:00+07", "NULL");
        change(5, "returns", "2021-02-27 09:00+07", "'Thiếu nguyên nhân.'");
        change(6, "sections", "2021-02-28 09:00+07", "'III'");
        run("""
                INSERT INTO fact VALUES ('task', '%s', 3, '2020-12-24 10:00+07', '%s', '%s', '{"version": 3, "planId": "%s"}');
                INSERT INTO task_now VALUES ('%s', 3, '%s', 'Báo cáo', 'bao cao')
                """.formatted(TASK, AUTHORITY, PLAN, PLAN, TASK, AUTHORITY));

        run("""
                INSERT INTO report_edition (report_id, edition, approved_at, approved_on, approved_by, title, sections, changes,
                                            html, pdf, pdf_sha256)
                VALUES ('%s', 1, now(), '2021-02-26', 'Bình', '', '{}', '{}', '', '', encode(sha256(''), 'hex'))
                """.formatted(REPORT));

        migrate("latest");

        assertThat(rows(
                        "SELECT sequence, type, state ->> 'state', actor_name, reason, detail ->> 'section', epoch, reconstructed,"
                                + " occurred_at = recorded_at, authority_id = '" + AUTHORITY + "'"
                                + " FROM journal WHERE kind = 'report' AND id = '" + REPORT + "' ORDER BY position"))
                .containsExactly(
                        "1|vn.cchc.report.drafted.v1|DRAFT|Bình|null|null|0|t|t|t",
                        "2|vn.cchc.report.written.v1|DRAFT|Bình|null|II.2|0|t|t|t",
                        "3|vn.cchc.report.approved.v1|APPROVED|Bình|null|null|0|t|t|t",
                        "4|vn.cchc.report.sent.v1|SENT|Bình|null|null|0|t|t|t",
                        "5|vn.cchc.report.returned.v1|RETURNED|Bình|Thiếu nguyên nhân.|null|0|t|t|t",
                        "6|vn.cchc.report.written.v1|RETURNED|Bình|null|III|0|t|t|t");
        assertThat(rows("SELECT kind, epoch, sequence, occurred_at = recorded_at, authority_id = '" + AUTHORITY
                        + "', state ->> 'planId' = '" + PLAN + "' FROM heard WHERE id = '" + TASK + "'"))
                .containsExactly("task|0|3|t|t|t");
        assertThat(rows("SELECT edition, kind, epoch, sequence FROM report_edition_heard WHERE id = '" + TASK + "'"))
                .containsExactly("1|task|0|3");
        assertThat(rows("SELECT epoch, sequence, version FROM task_now WHERE id = '" + TASK + "'"))
                .containsExactly("0|3|3");
    }

    /** Else each slice of a document would cost the decompression of all of it. */
    @Test
    void documents_lie_uncompressed_in_chunks() throws SQLException {
        migrate("latest");

        assertThat(rows("SELECT attstorage FROM pg_attribute"
                        + " WHERE attrelid = 'report_edition'::regclass AND attname = 'pdf'"))
                .containsExactly("e");
    }

    /** By the program's table the cut-off would be the 25th. */
    @Test
    void an_administrators_table_stays_in_force_and_a_cut_off_that_was_counted_with_it_stays() throws SQLException {
        Commune.itIs("2021-02-22T08:00:00+07:00");
        Commune begun = Commune.withPlan();
        Commune next = Commune.withPlan();
        migrate("20261124.10");
        run(TestCalendars.writtenByHand(TestCalendars.withDayOff("TINH-1", LocalDate.of(2021, 2, 26))));
        run("""
                INSERT INTO report (id, version, authority_id, milestone_id, plan_id, year, regime, period, period_from, cut_off,
                                    due_on, work_on, state, edition, created_at, changed_at)
                VALUES ('%s', 1, '%s', '%s', '%s', 2021, 'CCHC', '2021-Q1', '2021-01-01', '2021-02-24', '2021-02-27',
                        '2021-02-25', 'DRAFT', 1, now(), now())
                """.formatted(REPORT, begun.id, begun.q1, begun.plan));
        change(1, "drafts", "2021-02-22 08:00+07", "NULL");

        migrate("latest");
        run("INSERT INTO public.report SELECT * FROM report");
        try {
            assertThat(TestCalendars.startWith(schema)).isFalse();

            begun.clerk()
                    .get("/api/v1/reports/" + REPORT)
                    .then()
                    .statusCode(200)
                    .body("cutOff", equalTo("2021-02-24"))
                    .body("cutOffCalendar", equalTo("TINH-1"))
                    .header("ETag", equalTo("\"1\""));
            for (Commune each : List.of(begun, next)) {
                each.clerk()
                        .get("/api/v1/due-reports?year=2021")
                        .then()
                        .body("items.find { it.period == '2021-Q1' }.cutOff", equalTo("2021-02-24"))
                        .body("items.find { it.period == '2021-Q1' }.cutOffCalendar", equalTo("TINH-1"));
            }
        } finally {
            TestCalendars.restore();
        }
    }

    /** As the list of the version before read them, joined at each reading. */
    @Test
    void reports_that_were_due_are_due_after_it_and_those_that_the_version_before_hears_too() throws SQLException {
        migrate("20261203.11");
        UUID known =
                planned("bao cao dinh ky hang quy, 6 thang, nam ve cchc", "REPORT_SCHEDULE", "2021-Q1", "'2021-02-27'");
        UUID unknown = planned("bao cao cong tac gia dinh", "REPORT_SCHEDULE", "2021-H1", "NULL");
        UUID review = planned("bao cao nam ve kiem tra, ra soat van ban qppl", "FIXED", "2021", "'2021-09-29'");
        planned("hoi nghi tong ket", "FIXED", "2021", "'2021-01-29'");

        migrate("latest");

        String due =
                "SELECT id, milestone_id = id, regime, period, title, due_on, sorted_by, milestone_sequence FROM due_report"
                        + " ORDER BY sorted_by";
        List<String> carriedOver = List.of(
                known + "|t|CCHC|2021-Q1|Báo cáo|2021-02-27|2021-02-27|4",
                review + "|t|RASOAT|2021|Báo cáo|2021-09-29|2021-09-29|4",
                unknown + "|t|null|2021-H1|Báo cáo|null|2021-12-31|4");
        assertThat(rows(due)).isEqualTo(carriedOver);

        run("UPDATE scheduled_milestone_now SET due_on = '2021-03-01', sequence = 5 WHERE milestone_id = '" + known
                + "'");
        assertThat(rows(due)).contains(known + "|t|CCHC|2021-Q1|Báo cáo|2021-03-01|2021-03-01|5");
        UUID heard = planned("bao cao cong tac khac", "REPORT_SCHEDULE", "2021-H1", "'2021-06-01'");
        assertThat(rows(due)).contains(heard + "|t|null|2021-H1|Báo cáo|2021-06-01|2021-06-01|4");
        run("DELETE FROM scheduled_milestone_now WHERE milestone_id = '" + heard + "'");
        run("DELETE FROM task_now WHERE id = (SELECT task_id FROM scheduled_milestone_now WHERE milestone_id = '"
                + review + "')");
        assertThat(rows("SELECT id FROM due_report WHERE id IN ('" + heard + "', '" + review + "')"))
                .isEmpty();
    }

    /** What the version before writes afterwards, which knows nothing of paths, gets them too. */
    @Test
    void authorities_of_the_version_before_stand_in_the_tree_and_their_rows_have_the_path() throws SQLException {
        String authority = "INSERT INTO authority_now (id, version, name, parent_id) VALUES ('%s', 1, 'UBND', %s)";
        String due = """
                INSERT INTO due_report (id, authority_id, regime, year, period, title)
                VALUES (gen_random_uuid(), '%s', 'CCHC-BNV', 2021, '%s', 'Báo cáo')""";
        UUID district = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        migrate("20261204.12");
        run(authority.formatted(AUTHORITY, "'" + district + "'"));
        run(authority.formatted(district, "NULL"));
        run(due.formatted(AUTHORITY, "2021-Q1"));

        migrate("latest");

        String paths = "SELECT (SELECT path FROM authority_tree WHERE id = '" + AUTHORITY
                + "'), authority_path, count(*)" + " FROM due_report GROUP BY authority_path";
        assertThat(rows(paths)).containsExactly("{%1$s}|{%1$s}|1".formatted(district));

        run(due.formatted(AUTHORITY, "2021-H1"));
        run("UPDATE authority_now SET parent_id = '" + another + "' WHERE id = '" + AUTHORITY + "'");

        assertThat(rows(paths)).containsExactly("{%1$s}|{%1$s}|2".formatted(another));
    }

    @Test
    void a_title_that_is_folded_otherwise_now_is_folded_anew_and_its_report_is_known_by_the_regime()
            throws SQLException {
        migrate("20261206.30");
        UUID pasted = planned("as it was", "REPORT_SCHEDULE", "2021-Q1", "'2021-02-27'");
        planned("as it was", "REPORT_SCHEDULE", "2021-Q3", "'2021-08-27'");
        run("UPDATE task_now SET title = 'Báo cáo \u00D0ịnh\u00a0kỳ hàng\u200b quý, 6 tháng, năm về CC\u00adHC'"
                + " WHERE id = (SELECT task_id FROM scheduled_milestone_now WHERE milestone_id = '" + pasted + "')");
        assertThat(rows("SELECT DISTINCT regime FROM due_report")).containsExactly("null");

        migrate("latest");

        assertThat(rows("SELECT title_folded FROM task_now ORDER BY 1"))
                .containsExactly("as it was", "bao cao dinh ky hang quy, 6 thang, nam ve cchc");
        assertThat(rows("SELECT period, regime FROM due_report ORDER BY 1"))
                .containsExactly("2021-Q1|CCHC", "2021-Q3|null");
    }

    @Test
    void a_title_with_what_the_former_migration_left_is_folded_anew_too() throws SQLException {
        migrate("20261210.10");
        UUID pasted = planned("as it was", "REPORT_SCHEDULE", "2021-Q1", "'2021-02-27'");
        run("UPDATE task_now SET title = '\uFFF9Báo\u1680cáo định kỳ hàng quý, 6 tháng, năm về CC\uDB40\uDC41HC\u0600'"
                + " WHERE id = (SELECT task_id FROM scheduled_milestone_now WHERE milestone_id = '" + pasted + "')");

        migrate("latest");

        assertThat(rows("SELECT title_folded, regime FROM task_now CROSS JOIN due_report"))
                .containsExactly("bao cao dinh ky hang quy, 6 thang, nam ve cchc|CCHC");
    }

    private UUID planned(String title, String rule, String period, String dueOn) throws SQLException {
        UUID milestone = UUID.randomUUID();
        run("""
                WITH task AS (
                    INSERT INTO task_now (id, version, authority_id, title, title_folded)
                    VALUES (gen_random_uuid(), 1, '%s', 'Báo cáo', '%s') RETURNING id)
                INSERT INTO scheduled_milestone_now (milestone_id, version, sequence, authority_id, plan_id, task_id, year, rule_kind,
                                                     period, due_on, state)
                SELECT '%s', 1, 4, '%s', '%s', id, 2021, '%s', '%s', %s, 'OPEN' FROM task
                """.formatted(AUTHORITY, title, milestone, AUTHORITY, PLAN, rule, period, dueOn));
        return milestone;
    }

    private void change(int version, String action, String at, String detail) throws SQLException {
        run("INSERT INTO report_change VALUES ('%s', %d, '%s', '%s', 'Bình', %s)"
                .formatted(REPORT, version, action, at, detail));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(LocalServers.jdbcUrl(), "postgres", null)
                .schemas(schema)
                .locations("db/platform", "db/migration")
                .javaMigrations(new FoldAnew(), new FoldAllInvisible())
                .target(target)
                .load()
                .migrate();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + schema);
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + schema);
            List<String> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(sql)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        values.add(String.valueOf(row.getString(i)));
                    }
                    rows.add(String.join("|", values));
                }
            }
            return rows;
        }
    }

    @Test
    void the_service_applies_its_migrations_in_java_at_start() throws SQLException {
        assertThat(LocalServers.migrationsInJava()).containsExactly("20261210.10", "20261211.10");
    }
}
