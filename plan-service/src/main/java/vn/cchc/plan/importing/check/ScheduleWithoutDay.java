package vn.cchc.plan.importing.check;

import java.util.List;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.timing.TimingRule.ReportSchedule;

/** A timing names reporting periods and no day: their milestones have none either, until people set it. */
final class ScheduleWithoutDay implements PlanCheck {

    @Override
    public Stream<Finding> find(ReadPlan plan) {
        return plan.rows().stream()
                .filter(row -> !undated(row).isEmpty())
                .map(row -> Finding.inRow(
                        FindingCode.SCHEDULE_WITHOUT_DAY,
                        row.order(),
                        new Figures.ScheduleWithoutDay(row.named(), undated(row))));
    }

    private static List<String> undated(ReadRow row) {
        return row.rules().stream()
                .filter(ReportSchedule.class::isInstance)
                .map(ReportSchedule.class::cast)
                .flatMap(schedule -> schedule.items().stream())
                .filter(item -> item.deadline().isEmpty())
                .map(item -> item.period().label())
                .toList();
    }
}
