package vn.cchc.plan.importing.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.Severity;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.importing.reading.PlanReader;
import vn.cchc.plan.importing.reading.PlannedOccurrences;
import vn.cchc.platform.calendar.ShippedTable;

/** The real plan of 2021 under all checks. */
class ChecksTest {

    private final ObjectNode json = RealPlan.json();

    private List<Finding> findings() {
        return Checks.findings(review());
    }

    private PlanUnderReview review() {
        return PlanUnderReview.of(
                new PlanReader(RealPlan.directory()).read(RealPlan.read(json)),
                "UBND xã Thượng Lộ",
                new PlannedOccurrences(RealPlan.read(json).header().year(), false),
                ShippedTable.calendar());
    }

    private List<Finding> found(FindingCode code) {
        return findings().stream().filter(finding -> finding.code() == code).toList();
    }

    @Test
    void the_real_plan_has_these_findings_and_no_others() {
        Map<FindingCode, Long> counted = new TreeMap<>();
        findings().forEach(finding -> counted.merge(finding.code(), 1L, Long::sum));

        assertThat(counted.keySet())
                .containsExactly(
                        FindingCode.BUDGET_HEADING_DIFFERS,
                        FindingCode.BUDGET_TOTAL_DIFFERS,
                        FindingCode.CODE_DUPLICATE,
                        FindingCode.CODE_MALFORMED,
                        FindingCode.UNIT_SPELLINGS,
                        FindingCode.DUE_ON_DAY_OFF,
                        FindingCode.DEADLINE_OUTSIDE_YEAR,
                        FindingCode.TARGET_CONFLICT,
                        FindingCode.AREA_BY_ELIMINATION);
        assertThat(findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code, Finding::rows)
                .containsExactly(
                        tuple(FindingCode.BUDGET_HEADING_DIFFERS, List.of(1)),
                        tuple(FindingCode.BUDGET_HEADING_DIFFERS, List.of(72)),
                        tuple(FindingCode.BUDGET_TOTAL_DIFFERS, List.of()),
                        tuple(FindingCode.CODE_DUPLICATE, List.of(70, 71)),
                        tuple(FindingCode.CODE_DUPLICATE, List.of(102, 103)),
                        tuple(FindingCode.TARGET_CONFLICT, List.of(87)));
    }

    @Test
    void its_stated_money_is_not_what_its_tasks_sum_to() {
        assertThat(found(FindingCode.BUDGET_HEADING_DIFFERS))
                .extracting(Finding::figures)
                .asInstanceOf(InstanceOfAssertFactories.list(Figures.HeadingAmount.class))
                .extracting(
                        Figures.HeadingAmount::stated,
                        Figures.HeadingAmount::computed,
                        Figures.HeadingAmount::difference)
                .containsExactly(tuple(12_900_000L, 11_900_000L, 1_000_000L), tuple(18_000_000L, 0L, 18_000_000L));
        assertThat(found(FindingCode.BUDGET_TOTAL_DIFFERS))
                .extracting(Finding::figures)
                .containsExactly(new Figures.TotalAmount(34_900_000, 33_900_000));
    }

    @Test
    void one_of_its_units_is_written_in_four_ways() {
        assertThat(found(FindingCode.UNIT_SPELLINGS))
                .extracting(Finding::figures)
                .asInstanceOf(InstanceOfAssertFactories.list(Figures.UnitSpellings.class))
                .filteredOn(spellings -> spellings.unitCode().equals("VPTK"))
                .flatExtracting(Figures.UnitSpellings::spellings)
                .extracting(Figures.Spelling::text)
                .containsExactlyInAnyOrder(
                        "Văn phòng - Thống kê",
                        "Văn phòng – Thống kê",
                        "Văn phòng, thống kê",
                        "Văn phòng – Thống kê tổng hợp");
    }

    @Test
    void one_deadline_is_of_the_year_before_and_the_report_of_the_first_quarter_is_due_on_a_saturday() {
        assertThat(found(FindingCode.DEADLINE_OUTSIDE_YEAR)).singleElement().satisfies(finding -> {
            Figures.DeadlineOutsideYear figures = (Figures.DeadlineOutsideYear) finding.figures();
            assertThat(finding.cells()).containsExactly(Cell.ofRow(2, CellColumn.TIMING));
            assertThat(figures.day()).isEqualTo(LocalDate.of(2020, 12, 31));
            assertThat(figures.dueOn()).isEqualTo(LocalDate.of(2020, 12, 30));
        });
        assertThat(found(FindingCode.DUE_ON_DAY_OFF))
                .filteredOn(finding -> finding.rows().equals(List.of(4)))
                .singleElement()
                .satisfies(finding -> assertThat(((Figures.DaysOff) finding.figures()).days())
                        .contains(new Figures.DayOff(
                                LocalDate.of(2021, 2, 27), LocalDate.of(2021, 2, 26), "thứ Bảy", "Saturday")));
    }

    @Test
    void the_target_on_digital_signatures_conflicts_with_the_annex() {
        assertThat(found(FindingCode.TARGET_CONFLICT)).singleElement().satisfies(finding -> {
            Figures.TargetConflict figures = (Figures.TargetConflict) finding.figures();
            assertThat(finding.cells()).hasSize(2).first().isEqualTo(Cell.ofRow(87, CellColumn.TITLE));
            assertThat(figures.body()).isEqualTo("100 %");
            assertThat(figures.annex()).isEqualTo("≥ 90 %");
        });
    }

    @Test
    void rows_that_staff_link_to_a_target_are_compared_as_well() {
        ((ObjectNode) json.get("areas").get(5).get("targets").get(2))
                .putArray("linkedRows")
                .add(86);

        assertThat(found(FindingCode.TARGET_CONFLICT))
                .extracting(Finding::rows)
                .containsExactly(List.of(86), List.of(87));
    }

    @Test
    void its_reports_due_before_their_periods_end_and_those_without_a_day_are_made_anew() {
        assertThat(Checks.further(review().plan()))
                .extracting(Finding::code, Finding::rows)
                .containsExactly(
                        tuple(FindingCode.TARGET_UNREAD, List.of(85)),
                        tuple(FindingCode.SCHEDULE_WITHOUT_DAY, List.of(6)),
                        tuple(FindingCode.DUE_BEFORE_PERIOD_ENDS, List.of(4)),
                        tuple(FindingCode.DUE_BEFORE_PERIOD_ENDS, List.of(25)));
        assertThat(Checks.further(review().plan())).allMatch(finding -> Checks.isFurther(finding.code()));
        assertThat(findings()).noneMatch(finding -> Checks.isFurther(finding.code()));
    }

    @Test
    void a_target_in_doubt_is_found_in_the_body_and_in_the_annex_by_the_next_version() {
        ((ObjectNode) json.get("areas").get(1).get("targets").get(0))
                .put("text", "Tỷ lệ hồ sơ trễ hẹn 2%; 100% hồ sơ được số hóa");
        ((ObjectNode) json.get("annex").get(86)).put("title", "Khoảng 90% văn bản ký số");

        assertThat(found(FindingCode.TARGET_UNREAD)).isEmpty();
        assertThat(Checks.OF_THE_NEXT_VERSION.stream()
                        .flatMap(check -> check.find(review()))
                        .filter(finding -> finding.code() == FindingCode.TARGET_UNREAD))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(
                                List.of(Cell.ofTarget(
                                        json.get("areas").get(1).get("number").asInt(), 1)),
                                new Figures.UnreadTarget("Tỷ lệ hồ sơ trễ hẹn 2%", TargetDoubt.DIRECTION)),
                        tuple(
                                List.of(Cell.ofRow(85, CellColumn.TITLE)),
                                new Figures.UnreadTarget("Triển khai 5 phần mềm dùng chung", TargetDoubt.FIGURE)),
                        tuple(
                                List.of(Cell.ofRow(87, CellColumn.TITLE)),
                                new Figures.UnreadTarget("Khoảng 90% văn bản ký số", TargetDoubt.APPROXIMATE)));
    }
}
