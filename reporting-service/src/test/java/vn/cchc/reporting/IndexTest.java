package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.QueryPlan;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.TestTokens;

/**
 * That lists of few reports stay fast among many: the statements really issued are explained over 9,000 reports of one commune
 * and as many that are due, one in ninety of which has moved.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class IndexTest {

    private static final UUID LOWEST = new UUID(0, 0);

    /** Of as many years, so that each has its period. */
    private static final String REPORTS = """
            INSERT INTO report (id, version, authority_id, milestone_id, plan_id, year, regime, period, period_from, cut_off, due_on,
                work_on, state, edition, sent_edition, number, approved_on, first_sent_on, sent_on, received_on, due_moved_from,
                due_provisional, created_at, changed_at)
            SELECT gen_random_uuid(), 1, '%s', gen_random_uuid(), gen_random_uuid(), n, 'CCHC', n, day, day, DATE '2021-02-27', day,
                'RECEIVED', 1, 1, 1, day, day, day, day, CASE WHEN n %% 90 = 1 THEN day END, n %% 90 = 2, day, day
            FROM (SELECT n, DATE '2021-01-01' + n AS day FROM generate_series(1000, 9999) n) one""";

    /** As the regime itself asks for them: so they need no plan. */
    private static final String DUE_REPORTS = """
            INSERT INTO due_report (id, authority_id, regime, year, period, title, due_on, work_on, due_moved_from, due_provisional)
            SELECT gen_random_uuid(), authority, 'CCHC-BNV', 2021, n, 'Báo cáo', day, day, CASE WHEN n % 90 = 1 THEN day END,
                n % 90 = 2
            FROM (SELECT n, DATE '2021-01-01' + n % 365 AS day FROM generate_series(1000, 9999) n) one,
                unnest(CAST(? AS uuid[])) authority""";

    private final UUID authority = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();
    private final UUID district = UUID.randomUUID();

    @BeforeEach
    void fill() throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            statement.execute(REPORTS.formatted(authority));
            for (UUID of : List.of(authority, another)) {
                Commune.execute(
                        "INSERT INTO authority_now (id, version, name, parent_id) VALUES (?, 1, 'UBND xã', ?)",
                        of,
                        district);
            }
            Commune.execute(DUE_REPORTS, (Object) new String[] {authority.toString(), another.toString()});
            for (String table : List.of("report", "due_report", "authority_now")) {
                statement.execute("VACUUM ANALYZE " + table);
            }
        }
    }

    private RequestSpecification clerk() {
        return Commune.as(TestTokens.clerk(authority));
    }

    /** The statement on that table which the second page of a list was read with: half of a hundred. */
    private String secondPage(String list, String table) {
        String cursor = clerk().get(list).path("next");
        return page(clerk(), list + "&cursor=" + cursor, table, nullValue());
    }

    private String page(RequestSpecification caller, String list, String table, Matcher<Object> next) {
        StatementLog.forget();
        caller.get(list).then().statusCode(200).body("items", hasSize(50)).body("next", next);
        return StatementLog.of(table);
    }

    @ParameterizedTest
    @CsvSource({"moved, ix_report_moved", "provisional, ix_report_provisional"})
    void a_page_of_reports_that_have_moved_or_may_move_is_read_from_its_own_index(String filter, String index)
            throws SQLException {
        String page = secondPage("/api/v1/reports?limit=50&" + filter + "=true", "report");

        QueryPlan plan = QueryPlan.of(page, authority, OffsetDateTime.parse("2039-01-01T00:00:00Z"), LOWEST, 0, 51);

        assertThat(plan.json())
                .contains("\"Index Scan\"", "\"" + index + "\"")
                .doesNotContain("\"Sort\"", "\"Incremental Sort\"", "\"Seq Scan\"", "Rows Removed by Filter");
        assertThat(plan.buffers()).isLessThanOrEqualTo(51 + 10);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ix_due_report_list",
        "&moved=true, ix_due_report_moved",
        "&provisional=true, ix_due_report_provisional"
    })
    void a_page_of_due_reports_of_one_authority_is_read_from_an_index_in_its_order(String filter, String index)
            throws SQLException {
        String page = page(clerk(), "/api/v1/due-reports?year=2021&limit=50" + filter, "due_report", notNullValue());

        QueryPlan plan = QueryPlan.of(page, authority, 2021, LocalDate.parse("2021-01-01"), LOWEST, 51);

        assertIsRead(plan, index);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ix_due_report_beneath_1",
        "&moved=true, ix_due_report_moved_beneath_1",
        "&provisional=true, ix_due_report_provisional_beneath_1"
    })
    void a_page_of_due_reports_of_many_authorities_is_read_from_one_index_in_its_order(String filter, String index)
            throws SQLException {
        String page = page(
                Commune.as(TestTokens.superior(district)),
                "/api/v1/due-reports?year=2021&limit=50" + filter,
                "due_report",
                notNullValue());

        assertIsRead(QueryPlan.of(page, district, 2021, LocalDate.parse("2021-01-01"), LOWEST, 51), index);
    }

    /** Of 51 rows one page of the table each, and their names and reports. */
    private static void assertIsRead(QueryPlan plan, String index) {
        assertThat(plan.json()).contains("\"" + index + "\"").doesNotContain("Rows Removed by Filter");
        assertThat(plan.has("Index Scan", "due_report")).isTrue();
        assertThat(plan.buffers()).isLessThanOrEqualTo(51 + 10 + 51 * 8);
    }

    /** A rate of a nation has a source for each case. */
    @Test
    void a_page_of_the_sources_of_a_frozen_figure_is_read_from_where_the_page_before_has_ended() throws SQLException {
        String report = clerk().get("/api/v1/reports?limit=1").path("items[0].id");
        Commune.execute("""
                WITH edition AS (
                    INSERT INTO report_edition (report_id, edition, approved_at, approved_on, approved_by, title, sections, changes,
                                                html, pdf, pdf_sha256)
                    VALUES (CAST(? AS uuid), 1, now(), '2021-02-26', 'Bình', '', '{}', '{}', '', '', encode(sha256(''), 'hex'))
                    RETURNING report_id),
                figure AS (
                    INSERT INTO report_figure (report_id, edition, position, code, label, unit, value, sources)
                    SELECT report_id, 1, 1, 'pakn.received', '', '', 20000, 20000 FROM edition RETURNING report_id)
                INSERT INTO report_figure_source (report_id, edition, code, position, kind, source_id, source_version)
                SELECT report_id, 1, 'pakn.received', n, 'FEEDBACK', gen_random_uuid(), 1
                FROM figure, generate_series(1, 20000) n""", report);
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE report_figure_source");
        }
        String list = "/api/v1/reports/" + report + "/figures/pakn.received/sources?limit=";
        String cursor = clerk().get(list + 200).path("next");
        for (int shown = 200; shown < 2_000; shown += 200) {
            cursor = clerk().get(list + "200&cursor=" + cursor).path("next");
        }
        String page = page(clerk(), list + "50&cursor=" + cursor, "report_figure_source", notNullValue());

        QueryPlan plan = QueryPlan.of(page, UUID.fromString(report), 1, "pakn.received", 2_000, 51);

        assertThat(plan.json())
                .contains("\"Index Scan\"", "\"pk_report_figure_source\"")
                .doesNotContain("\"Sort\"", "\"Seq Scan\"", "Rows Removed by Filter");
        assertThat(plan.buffers()).isLessThanOrEqualTo(10);
    }
}
