package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.TestTokens;

/** What regimes set is data, and whoever asks sees it with the days that follow from it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RegimesTest {

    private static ValidatableResponse on(String day) {
        return Commune.as(TestTokens.clerk(UUID.randomUUID()))
                .get("/api/v1/reporting-regimes?on=" + day)
                .then()
                .statusCode(200);
    }

    /** 581/BNV-CCHC. */
    @ParameterizedTest
    @ValueSource(ints = {2021, 2024})
    void the_ministrys_own_regime_counts_to_the_middle_of_the_month_and_is_sent_by_the_20th(int year) {
        String ministry = "items.find { it.code == 'CCHC-BNV' }.";
        int before = year - 1;

        on(year + "-03-01")
                .body(ministry + "preparedHere", equalTo(false))
                .body(ministry + "periodStartRule", nullValue())
                .body(ministry + "cutOffRule", nullValue())
                .body(ministry + "periods.period", contains(year + "-Q1", year + "-Q3", year + "-H1", "" + year))
                .body(
                        ministry + "periods.from",
                        contains(before + "-12-15", year + "-06-15", before + "-12-15", before + "-12-15"))
                .body(
                        ministry + "periods.cutOff",
                        contains(year + "-03-14", year + "-09-14", year + "-06-14", year + "-12-14"))
                .body(
                        ministry + "periods.dueOn",
                        contains(year + "-03-20", year + "-09-20", year + "-06-20", year + "-12-20"))
                .body(ministry + "periods[0].label", equalTo("quý I năm " + year))
                .body(ministry + "periods[0].fromRule.years", equalTo(-1))
                .body(ministry + "periods[0].cutOffRule.onDay.day", equalTo(14))
                .body(ministry + "periods[0].cutOffRule.workingDaysBetween", nullValue())
                .body(ministry + "periods[0].dueRule.month", equalTo(3));
    }

    @Test
    void the_regime_of_the_plan_counts_from_january_to_one_working_day_before_the_day_of_the_milestone() {
        String plan = "items.find { it.code == 'CCHC' }.";

        on("2021-02-25")
                .body(plan + "periodStartRule", equalTo("FIRST_OF_JANUARY"))
                .body(plan + "cutOffRule", equalTo("ONE_WORKING_DAY_BETWEEN"))
                .body(plan + "periods.period", hasItems("2021-Q1", "2021-H1", "2021-Q3", "2021-Y1", "2021-Y2", "2021"))
                .body(plan + "periods.from.unique()", contains("2021-01-01"))
                .body(plan + "periods.cutOffRule.workingDaysBetween.unique()", contains(1))
                .body(plan + "periods[0].cutOff", nullValue())
                .body(plan + "periods[0].dueOn", nullValue());
    }

    /** The third quarter alone, to the middle of its last month. */
    @Test
    void a_report_is_written_by_the_days_of_a_regime_that_came_as_rows() {
        String code = "T" + UUID.randomUUID().toString().substring(0, 8);
        Commune.itIs("2021-09-16T08:00:00+07:00");
        Commune commune = Commune.withPlan();
        Commune.execute(
                "INSERT INTO reporting_regime (code, valid_from, name, task_title_pattern, subject, document_symbol, recipients,"
                        + " on_behalf, signing_office, outline)"
                        + " SELECT ?, '2021-01-01', name, ?, subject, document_symbol, recipients, on_behalf, signing_office, outline"
                        + " FROM reporting_regime WHERE code = 'CCHC'",
                code,
                "bao cao chuyen de " + code.toLowerCase(Locale.ROOT));
        Commune.execute(
                "INSERT INTO reporting_regime_period VALUES (?, '2021-01-01', 'Q3', 0, 6, 15, 'YEAR', NULL, 0, 9, 14, 'MILESTONE')",
                code);
        try {
            UUID task = UUID.randomUUID();
            UUID milestone = UUID.randomUUID();
            commune.task(task, 9, false, 7, "Báo cáo chuyên đề " + code, List.of("REPORT_SCHEDULE"), List.of(), 1);
            commune.milestone(
                    milestone,
                    task,
                    "REPORT_SCHEDULE",
                    "2021-Q3",
                    "2021-09-20",
                    "2021-09-20",
                    "OPEN",
                    null,
                    null,
                    1,
                    "2020-12-24T10:00:00+07:00");
            Commune.awaitFact("task", task, 1);
            Commune.awaitFact("milestone", milestone, 1);
            commune.clerk()
                    .get("/api/v1/due-reports?year=2021&regime=" + code)
                    .then()
                    .body("items.preparedHere", contains(true))
                    .body("items.dueOn", contains("2021-09-20"))
                    .body("items.cutOff", contains("2021-09-14"));

            commune.clerk()
                    .body(Map.of("regime", code, "period", "2021-Q3"))
                    .post("/api/v1/reports")
                    .then()
                    .statusCode(201)
                    .body("periodFrom", equalTo("2021-06-15"))
                    .body("cutOff", equalTo("2021-09-14"))
                    .body("dueOn", equalTo("2021-09-20"));

            String report = commune.clerk()
                    .get("/api/v1/reports?regime=" + code)
                    .then()
                    .extract()
                    .path("items[0].id");
            StatementLog.forget();
            commune.clerk().get("/api/v1/reports/" + report).then().statusCode(200);
            assertThat(StatementLog.all())
                    .filteredOn(sql -> sql.contains("FROM reporting_regime ORDER BY"))
                    .hasSize(1);
        } finally {
            Commune.execute("DELETE FROM report WHERE regime = ?", code);
            Commune.execute("DELETE FROM reporting_regime_period WHERE regime = ?", code);
            Commune.execute("DELETE FROM reporting_regime WHERE code = ?", code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE reporting_regime SET name = repeat('x', 301)",
                "UPDATE reporting_regime SET subject = repeat('x', 301) WHERE code = 'CCHC'",
                "UPDATE reporting_regime SET document_symbol = repeat('x', 51) WHERE code = 'CCHC'",
                "INSERT INTO reporting_regime (code, valid_from, name) VALUES (repeat('x', 41), '2021-01-01', '')",
                "UPDATE reporting_period_kind SET label = repeat('x', 85) || '{year}'"
            })
    void what_a_regime_is_called_is_as_long_as_documented(String sql) {
        assertThatThrownBy(() -> Commune.execute(sql)).hasStackTraceContaining("_length");
    }

    @Test
    void a_regime_that_holds_for_a_time_is_shown_within_it_alone() {
        String code = "T" + UUID.randomUUID().toString().substring(0, 8);
        Commune.execute(
                "INSERT INTO reporting_regime (code, valid_from, valid_to, name) VALUES (?, '2022-01-01', '2022-12-31', '')",
                code);
        try {
            for (String outside : List.of("2021-12-31", "2023-01-01")) {
                assertThat(on(outside).extract().<List<String>>path("items.code"))
                        .doesNotContain(code);
            }
            for (String within : List.of("2022-01-01", "2022-12-31")) {
                assertThat(on(within).extract().<List<String>>path("items.code"))
                        .contains(code);
            }
        } finally {
            Commune.execute("DELETE FROM reporting_regime WHERE code = ?", code);
        }
    }
}
