package vn.cchc.plan.importing.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.check.PlanUnderReview.DatedRow;
import vn.cchc.plan.importing.check.PlanUnderReview.ExpectedDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.BilingualText;

/** Due days that are weekends or holidays; the work must be done before. */
final class DueOnDayOff implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        List<Finding> found = new ArrayList<>();
        for (DatedRow each : review.dated()) {
            List<Figures.DayOff> days = daysOff(each, review.calendar());
            if (!days.isEmpty()) {
                found.add(Finding.inRow(
                        FindingCode.DUE_ON_DAY_OFF,
                        each.row().order(),
                        new Figures.DaysOff(each.row().named(), days)));
            }
        }
        return found.stream();
    }

    private static List<Figures.DayOff> daysOff(DatedRow row, WorkingCalendar calendar) {
        Map<LocalDate, LocalDate> workOn = new TreeMap<>();
        for (ExpectedDay day : row.days()) {
            if (!day.due().dueOn().equals(day.due().workOn())) {
                workOn.put(day.due().dueOn(), day.due().workOn());
            }
        }
        return workOn.entrySet().stream()
                .map(day -> {
                    BilingualText reason = calendar.reasonOff(day.getKey()).orElseThrow();
                    return new Figures.DayOff(day.getKey(), day.getValue(), reason.vi(), reason.en());
                })
                .toList();
    }
}
