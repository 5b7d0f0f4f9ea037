package vn.cchc.plan.importing.check;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.timing.ReportPeriod;
import vn.cchc.plan.timing.TimingRule.ReportSchedule;

/**
 * Reports are due before their periods end: figures may be closed before that (Circular 01/2021/TT-VPCP), or the deadline is of
 * another year. The printed day is compared: a report "trước ngày 31/3" on the first quarter is none of these.
 */
final class DueBeforePeriodEnds implements PlanCheck {

    @Override
    public Stream<Finding> find(ReadPlan plan) {
        return plan.rows().stream().flatMap(row -> find(row).stream());
    }

    private static Optional<Finding> find(ReadRow row) {
        List<Figures.EarlyReport> early = row.rules().stream()
                .filter(ReportSchedule.class::isInstance)
                .map(ReportSchedule.class::cast)
                .flatMap(schedule -> schedule.items().stream())
                .flatMap(item -> early(item).stream())
                .toList();
        return early.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.inRow(
                        FindingCode.DUE_BEFORE_PERIOD_ENDS,
                        row.order(),
                        new Figures.DueBeforePeriodEnds(row.named(), early)));
    }

    private static Optional<Figures.EarlyReport> early(ReportSchedule.Item item) {
        LocalDate ends = end(item.period());
        return item.deadline()
                .filter(deadline -> deadline.stated().isBefore(ends))
                .map(deadline -> new Figures.EarlyReport(item.period().label(), deadline.stated(), ends));
    }

    private static LocalDate end(ReportPeriod period) {
        int month =
                switch (period.part()) {
                    case Q1 -> 3;
                    case Q2, H1 -> 6;
                    case Q3, M9 -> 9;
                    case Q4, YEAR, YEAR_FIRST, YEAR_SECOND -> 12;
                };
        return YearMonth.of(period.year(), month).atEndOfMonth();
    }
}
