package vn.cchc.reporting.projection;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What reporting reads of an event of {@code cchc.milestone}.
 *
 * @param ruleKind the kind of rule it came from, e.g. {@code REPORT_SCHEDULE}
 * @param occurrence which time of the rule: for a report schedule the period, e.g. {@code 2021-Q1}
 * @param dueOn the last good day; null while it is not armed
 * @param workOn the last working day on or before {@code dueOn}
 * @param dueCalendar version of the table of working days that the two days were counted with; null where it is not told
 * @param dueProvisional whether the two days rest on a year whose working days are not decided yet; false where the
 *     event does not say, as those of before this was kept
 * @param dueMovedFrom the due day before the working days were last counted anew, where it has moved then; null else
 * @param pausedSince the first day of a pause under way, after which {@code dueOn} will move; null while there is none
 * @param state {@code UNARMED}, {@code OPEN}, {@code SUBMITTED}, {@code ACCEPTED}, {@code RETURNED} or {@code WAIVED}
 */
public record MilestoneState(
        UUID planId,
        Integer year,
        UUID taskId,
        String ruleKind,
        String occurrence,
        String label,
        LocalDate dueOn,
        LocalDate workOn,
        String dueCalendar,
        Boolean dueProvisional,
        LocalDate dueMovedFrom,
        LocalDate pausedSince,
        String state,
        LocalDate submittedOn,
        LocalDate acceptedOn) {

    public MilestoneState {
        dueProvisional = Boolean.TRUE.equals(dueProvisional);
    }

    /** Armed by something that happens, such as the arrival of feedback. */
    public static final String ON_EVENT = "ON_EVENT";

    private static final String REPORT_SCHEDULE = "REPORT_SCHEDULE";
    public static final String FIXED = "FIXED";

    /**
     * Whether its day has come by the end of a day. A pause stops the limit where it stands, as for the feedback that the milestone
     * stands for: what had ended before it began stays due, all else that is not done yet waits for another day.
     */
    public boolean isDueBy(LocalDate ended) {
        return dueOn != null
                && !dueOn.isAfter(ended)
                && (pausedSince == null || !isUnfinished() || dueOn.isBefore(pausedSince));
    }

    /** Whether its product is still owed: not handed in, or returned. */
    public boolean isUnfinished() {
        return "OPEN".equals(state) || "RETURNED".equals(state);
    }

    /**
     * The period for which the plan itself schedules it: the one that a report schedule names, or the year where there is one
     * fixed day; empty for what waits for an event or a request and for what recurs.
     */
    public Optional<String> scheduledPeriod() {
        if (year == null || occurrence == null) {
            return Optional.empty();
        }
        return switch (ruleKind) {
            case REPORT_SCHEDULE -> Optional.of(occurrence);
            case FIXED -> Optional.of(String.valueOf(year));
            default -> Optional.empty();
        };
    }
}
