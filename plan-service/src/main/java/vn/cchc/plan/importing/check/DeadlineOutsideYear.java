package vn.cchc.plan.importing.check;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.check.PlanUnderReview.DatedRow;
import vn.cchc.plan.importing.check.PlanUnderReview.ExpectedDay;

/** A deadline falls due outside the plan's year. The due day is compared, not the stated day. */
final class DeadlineOutsideYear implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return review.dated().stream().flatMap(row -> find(row, review.plan().year()));
    }

    private static Stream<Finding> find(DatedRow row, int year) {
        Map<LocalDate, LocalDate> dueOnByStated = new TreeMap<>();
        for (ExpectedDay day : row.days()) {
            if (day.due().dueOn().getYear() != year) {
                dueOnByStated.put(day.stated(), day.due().dueOn());
            }
        }
        return dueOnByStated.entrySet().stream()
                .map(day -> Finding.inRow(
                        FindingCode.DEADLINE_OUTSIDE_YEAR,
                        row.row().order(),
                        new Figures.DeadlineOutsideYear(row.row().named(), day.getKey(), day.getValue(), year)));
    }
}
