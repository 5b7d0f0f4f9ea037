package vn.cchc.plan.importing.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Figures.DayOff;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.NamedRow;
import vn.cchc.plan.timing.UnreadReason;

class TimingChecksTest {

    private static final PaperPlan PLAN = PaperPlan.of("""
            1 |   | 1   | Mục             |    | |
            2 | 1 | 1.1 | Trước Chủ nhật  | VP | | Trước 28/02/2021
            3 | 1 | 1.2 | Ngày làm việc   | VP | | Trước 30/9/2021
            4 | 1 | 1.3 | Không đọc được  | VP | | Khi nào xong thì xong 3 việc
            5 | 1 | 1.4 | Không ghi       | VP | |
            6 | 1 | 1.5 | Năm trước       | VP | | Trước 01/01/2021
            7 | 1 | 1.6 | Ngày cuối năm   | VP | | Trước 01/01/2022""");

    private static List<Cell> timing(int row) {
        return List.of(Cell.ofRow(row, CellColumn.TIMING));
    }

    private static NamedRow row(int order, String code, String title) {
        return new NamedRow(order, Optional.of(code), title);
    }

    @Test
    void a_task_without_a_timing_is_found_and_a_heading_is_not() {
        assertThat(PLAN.found(new MissingTiming()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(timing(5), new Figures.MissingTiming(row(5, "1.4", "Không ghi"))));
    }

    @Test
    void a_timing_that_no_rule_reads_is_found_as_printed() {
        assertThat(PLAN.found(new UnreadTiming()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        timing(4),
                        new Figures.UnreadTiming(
                                "Khi nào xong thì xong 3 việc", Optional.of(UnreadReason.UNKNOWN_WORDING))));
    }

    @Test
    void a_timing_that_only_the_row_of_a_report_has_is_found_elsewhere_with_its_reason() {
        PaperPlan plan = PaperPlan.of("""
                1 | | 1 | Báo cáo định kỳ | VP | | Quý I, năm
                2 | | 2 | Họp giao ban    | VP | | Quý I, năm""");

        assertThat(plan.found(new UnreadTiming()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        timing(2), new Figures.UnreadTiming("Quý I, năm", Optional.of(UnreadReason.UNKNOWN_WORDING))));
    }

    @Test
    void a_reference_to_the_row_before_is_read_as_that_row_and_found_where_there_is_none() {
        PaperPlan plan = PaperPlan.of("""
                1 | | 1 | Việc        | VP | | nt
                2 | | 2 | Việc        | VP | | Trước 28/02/2021
                3 | | 3 | Việc        | VP | | Như trên
                4 | | 4 | Việc        | VP | | nt""");

        assertThat(plan.found(new UnreadTiming()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(timing(1), new Figures.UnreadTiming("nt", Optional.of(UnreadReason.SAME_AS_BEFORE))));
        assertThat(plan.found(new DueOnDayOff()))
                .extracting(Finding::rows)
                .containsExactly(List.of(2), List.of(3), List.of(4));
    }

    @Test
    void a_due_day_on_a_day_off_is_found_with_the_reason_and_the_working_day_before() {
        assertThat(PLAN.found(new DueOnDayOff()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        timing(2),
                        new Figures.DaysOff(
                                row(2, "1.1", "Trước Chủ nhật"),
                                List.of(new DayOff(
                                        LocalDate.of(2021, 2, 27),
                                        LocalDate.of(2021, 2, 26),
                                        "thứ Bảy",
                                        "Saturday")))));
    }

    @Test
    void a_deadline_lies_outside_the_year_by_its_due_day_and_not_by_the_day_printed() {
        assertThat(PLAN.found(new DeadlineOutsideYear()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        timing(6),
                        new Figures.DeadlineOutsideYear(
                                row(6, "1.5", "Năm trước"),
                                LocalDate.of(2021, 1, 1),
                                LocalDate.of(2020, 12, 31),
                                2021)));
    }

    @Test
    void due_days_in_years_without_a_table_are_one_finding_for_all_rows() {
        assertThat(PLAN.found(new ProvisionalDueDays())).isEmpty();
        assertThat(PaperPlan.of("""
                1 | | 1 | Việc | VP | | Trước 30/9/2031
                2 | | 2 | Việc | VP | | Trước 15/3/2032
                3 | | 3 | Việc | VP | | Thường xuyên trong năm
                4 | | 4 | Việc | VP | | Trước 30/9/2021""").inYear(2031).found(new ProvisionalDueDays()))
                .extracting(Finding::rows, Finding::figures)
                .containsExactly(tuple(List.of(1, 2), new Figures.ProvisionalDueDays(List.of(2031, 2032), 2)));
    }

    @Test
    void reports_that_are_due_before_their_periods_end_are_one_finding_of_their_row() {
        PaperPlan plan = PaperPlan.of("""
                1 | | 1 | Báo cáo | VP | | Quý I, 6 tháng, quý III trước ngày 25 các tháng 2, 5, 8
                2 | | 2 | Báo cáo | VP | | Báo cáo quý I trước ngày 31/3/2021""");

        assertThat(plan.found(new DueBeforePeriodEnds()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        timing(1),
                        new Figures.DueBeforePeriodEnds(
                                row(1, "1", "Báo cáo"),
                                List.of(
                                        new Figures.EarlyReport(
                                                "Quý I/2021", LocalDate.of(2021, 2, 25), LocalDate.of(2021, 3, 31)),
                                        new Figures.EarlyReport(
                                                "6 tháng đầu năm 2021",
                                                LocalDate.of(2021, 5, 25),
                                                LocalDate.of(2021, 6, 30)),
                                        new Figures.EarlyReport(
                                                "Quý III/2021",
                                                LocalDate.of(2021, 8, 25),
                                                LocalDate.of(2021, 9, 30))))));
    }

    @Test
    void reporting_periods_without_a_day_are_found() {
        PaperPlan plan = PaperPlan.of("""
                1 | | 1 | Báo cáo | VP | | Quý I, 6 tháng, quý III và năm 2021
                2 | | 2 | Báo cáo | VP | | Báo cáo quý I trước ngày 31/3/2021""");

        assertThat(plan.found(new ScheduleWithoutDay()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        timing(1),
                        new Figures.ScheduleWithoutDay(
                                row(1, "1", "Báo cáo"),
                                List.of("Quý I/2021", "6 tháng đầu năm 2021", "Quý III/2021", "Năm 2021"))));
    }
}
