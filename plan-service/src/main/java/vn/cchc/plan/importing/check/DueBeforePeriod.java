package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.timing.TimingRule.ReportSchedule;

/**
 * A report is due before its period begins, which only a printed year states. One that is due before its period <em>ends</em> is no
 * finding: figures may be closed before that (Circular 01/2021/TT-VPCP).
 */
final class DueBeforePeriod implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return review.plan().rows().stream().flatMap(row -> row.rules().stream()
                .filter(ReportSchedule.class::isInstance)
                .map(ReportSchedule.class::cast)
                .flatMap(schedule -> schedule.items().stream())
                .flatMap(item -> find(row, item)));
    }

    private static Stream<Finding> find(ReadRow row, ReportSchedule.Item item) {
        return item
                .deadline()
                .filter(deadline -> deadline.stated().isBefore(item.period().first()))
                .map(deadline -> Finding.inRow(
                        FindingCode.DUE_BEFORE_PERIOD,
                        row.order(),
                        new Figures.DueBeforePeriod(
                                row.named(),
                                item.period().label(),
                                deadline.stated(),
                                item.period().first())))
                .stream();
    }
}
