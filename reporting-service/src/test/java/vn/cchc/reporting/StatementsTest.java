package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;

/** Which statements an operation sends to the database: their number grows neither with a page nor with what is counted. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class StatementsTest {

    /** One for each of thirty years. */
    private static final String SENT_REPORTS = """
            INSERT INTO report (id, version, authority_id, milestone_id, plan_id, year, regime, period, period_from, cut_off, due_on,
                work_on, state, edition, sent_edition, number, approved_on, first_sent_on, sent_on, received_on, created_at,
                changed_at)
            SELECT gen_random_uuid(), 1, ?, gen_random_uuid(), gen_random_uuid(), n, 'CCHC', n, day, day, day, day, 'RECEIVED', 1, 1, 1,
                day, day, day, day, day, day
            FROM (SELECT n, DATE '2021-01-01' + n AS day FROM generate_series(2022, 2051) n) one""";

    /** Thirty, as the regime itself asks for them. */
    private static final String DUE_REPORTS = """
            INSERT INTO due_report (id, authority_id, regime, year, period, title, due_on, work_on)
            SELECT gen_random_uuid(), ?, 'CCHC-BNV', 2021, n, 'Báo cáo', day, day
            FROM (SELECT n, DATE '2021-01-01' + n AS day FROM generate_series(1, 30) n) one""";

    private static final String KINDS = "select reporting_period_kind";
    private static final String PERIODS = "select reporting_regime_period";
    private static final String REGIMES = "select reporting_regime";

    private Commune commune;

    @BeforeEach
    void inFebruary() {
        Commune.itIs("2021-02-22T08:00:00+07:00");
        commune = Commune.withPlan();
    }

    /** Beneath the same authority as the commune. */
    private UUID neighbour() {
        UUID neighbour = UUID.randomUUID();
        Commune.execute(
                "INSERT INTO authority_now (id, version, name, parent_id) VALUES (?, 1, 'UBND xã', ?)",
                neighbour,
                commune.district);
        return neighbour;
    }

    private static List<String> of(RequestSpecification caller, String path) {
        return StatementLog.inShort(() -> caller.get(path).then().statusCode(200));
    }

    private static List<String> page(RequestSpecification caller, String path, int items) {
        return StatementLog.inShort(
                () -> caller.get(path).then().statusCode(200).body("items", hasSize(items)));
    }

    private List<String> document(String report) {
        return of(commune.clerk().accept("text/html"), report + "/document");
    }

    @Test
    void a_page_of_reports_reads_them_the_names_and_the_regimes_once_and_for_a_district_its_place() {
        String list = "/api/v1/reports?limit=";
        Commune.execute(SENT_REPORTS, commune.id);

        assertThat(page(commune.clerk(), list + 2, 2))
                .containsExactly("select report", "select authority_now", KINDS, PERIODS, REGIMES)
                .isEqualTo(page(commune.clerk(), list + 30, 30));

        Commune.execute(SENT_REPORTS, neighbour());
        Commune.execute(SENT_REPORTS, neighbour());

        assertThat(page(commune.above(), list + 90, 90))
                .containsExactly(
                        "select authority_tree", "select report", "select authority_now", KINDS, PERIODS, REGIMES);
    }

    @Test
    void a_page_of_due_reports_is_one_statement_beside_the_regimes_and_for_a_district_its_place() {
        String list = "/api/v1/due-reports?year=2021&limit=";
        Commune.execute(DUE_REPORTS, commune.id);

        assertThat(page(commune.clerk(), list + 2, 2))
                .containsExactly(KINDS, PERIODS, REGIMES, "select due_report")
                .isEqualTo(page(commune.clerk(), list + 30, 30));

        Commune.execute(DUE_REPORTS, neighbour());

        assertThat(page(commune.above(), list + 60, 60))
                .containsExactly("select authority_tree", KINDS, PERIODS, REGIMES, "select due_report");
    }

    @Test
    void a_draft_its_figures_and_its_document_cost_the_same_however_much_is_counted() {
        String report = "/api/v1/reports/" + commune.draftOfFirstQuarter();
        List<String> draft = of(commune.clerk(), report);
        List<String> figures = of(commune.clerk(), report + "/figures");
        List<String> document = document(report);

        // The report, the regimes, and once each: plan, tasks, milestones, readings, feedback, and the reports before.
        assertThat(figures).hasSize(13);
        assertThat(document)
                .hasSize(14)
                .startsWith(figures.toArray(String[]::new))
                .endsWith("select report_section");
        assertThat(draft)
                .hasSize(16)
                .startsWith(document.toArray(String[]::new))
                .endsWith("select report_edition", "select authority_now");

        for (int i = 0; i < 5; i++) {
            UUID task = UUID.randomUUID();
            UUID milestone = UUID.randomUUID();
            commune.task(task, 10 + i, false, 7, "Việc " + i, List.of("RECURRING"), List.of(), 1);
            commune.milestone(
                    milestone,
                    task,
                    "RECURRING",
                    "2021-01",
                    "2021-01-31",
                    "2021-01-29",
                    "OPEN",
                    null,
                    null,
                    1,
                    "2020-12-24T10:00:00+07:00");
            UUID feedback = commune.feedbackReceived("PHONE", "2021-02-01", "2021-02-20", "2021-02-01T09:00:00+07:00");
            Commune.awaitFact("task", task, 1);
            Commune.awaitFact("milestone", milestone, 1);
            Commune.awaitFact("feedback", feedback, 1);
        }

        assertThat(of(commune.clerk(), report)).isEqualTo(draft);
        assertThat(of(commune.clerk(), report + "/figures")).isEqualTo(figures);
        assertThat(page(commune.clerk(), report + "/figures/pakn.received/sources", 5))
                .isEqualTo(figures);
        assertThat(document(report)).isEqualTo(document);
    }

    @Test
    void what_is_frozen_is_read_and_not_counted_and_the_history_is_one_statement() {
        String id = commune.draftOfFirstQuarter();
        String report = "/api/v1/reports/" + id;
        UUID feedback = commune.feedbackReceived("PHONE", "2021-02-01", "2021-02-20", "2021-02-01T09:00:00+07:00");
        Commune.awaitFact("feedback", feedback, 1);
        Commune.itIs("2021-02-26T08:00:00+07:00");
        commune.approve(id);
        commune.change(commune.leader(), id, "dispatches");

        assertThat(of(commune.clerk(), report))
                .containsExactly(
                        "select report",
                        KINDS,
                        PERIODS,
                        REGIMES,
                        "select report_edition",
                        "select report_edition",
                        "select report_late_event",
                        "select authority_now");
        assertThat(of(commune.clerk(), report + "/figures")).containsExactly("select report", "select report_figure");
        assertThat(page(commune.clerk(), report + "/figures/pakn.received/sources", 1))
                .containsExactly("select report", "select report_figure", "select report_figure_source");
        assertThat(document(report))
                .containsExactly(
                        "select report", "select report_edition", KINDS, PERIODS, REGIMES, "select report_edition");
        assertThat(page(commune.clerk(), report + "/changes", 3)).containsExactly("select report", "select journal");
        assertThat(of(commune.above(), report))
                .startsWith("select report", "select authority_tree")
                .hasSize(9);
    }

    @Test
    void regimes_and_lost_numbers_are_read_at_once() {
        assertThat(StatementLog.inShort(() -> commune.clerk()
                        .get("/api/v1/reporting-regimes")
                        .then()
                        .statusCode(200)
                        .body("items.size()", greaterThan(2))))
                .containsExactly(KINDS, PERIODS, REGIMES);
        for (int number = 1; number <= 5; number++) {
            commune.loseNumber(number, UUID.randomUUID(), "2021-02-27");
        }
        assertThat(page(commune.clerk(), "/api/v1/reports/lost-numbers?year=2021", 5))
                .containsExactly("select lost_number", "select authority_now", KINDS);
    }
}
