package vn.cchc.plan.importing.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.cchc.plan.importing.reading.PlannedOccurrences;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * Input of the checks.
 *
 * @param authorityName name of the authority that the plan belongs to
 * @param dated rows with due days, in printed order
 */
public record PlanUnderReview(ReadPlan plan, String authorityName, WorkingCalendar calendar, List<DatedRow> dated) {

    /** A row with its due days, in the order of its rules. */
    record DatedRow(ReadRow row, List<ExpectedDay> days) {}

    /** @param stated the day stated by the rule, or the end of its period */
    record ExpectedDay(LocalDate stated, DueDay due) {}

    public PlanUnderReview {
        dated = List.copyOf(dated);
    }

    /** @param occurrences of the plan */
    public static PlanUnderReview of(
            ReadPlan plan, String authorityName, PlannedOccurrences occurrences, WorkingCalendar calendar) {
        List<DatedRow> dated = new ArrayList<>();
        for (ReadRow row : plan.rows()) {
            List<ExpectedDay> days = new ArrayList<>();
            for (TimingRule rule : row.rules()) {
                for (Occurrence occurrence : occurrences.of(rule)) {
                    occurrence.due().ifPresent(basis -> days.add(new ExpectedDay(basis.day(), basis.dueDay(calendar))));
                }
            }
            if (!days.isEmpty()) {
                dated.add(new DatedRow(row, List.copyOf(days)));
            }
        }
        return new PlanUnderReview(plan, authorityName, calendar, dated);
    }
}
