package vn.cchc.reporting.projection;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a {@code cchc.milestone} event that reporting reads.
 *
 * @param ruleKind kind of the originating rule, e.g. {@code REPORT_SCHEDULE}
 * @param occurrence of the rule; for a report schedule the period, e.g. {@code 2021-Q1}
 * @param dueOn last day in time; null while unarmed
 * @param workOn last working day on or before {@code dueOn}
 * @param dueCalendar version of the working-day table that both days were counted with; null if unknown
 * @param dueProvisional whether both days depend on a year without a decided working-day table; false in events older
 *     than this field
 * @param dueMovedFrom the due day before the last recount, if that moved it; else null
 * @param pausedSince first day of the current pause, after which {@code dueOn} moves; null if none
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

    /** Armed by an event, such as the arrival of feedback. */
    public static final String ON_EVENT = "ON_EVENT";

    private static final String REPORT_SCHEDULE = "REPORT_SCHEDULE";
    public static final String FIXED = "FIXED";

    /**
     * Whether it has fallen due by the end of a day. A pause suspends the limit, as for the feedback behind the
     * milestone: a limit that ended before the pause stays due; any other unfinished one has a later due day.
     */
    public boolean isDueBy(LocalDate ended) {
        return dueOn != null
                && !dueOn.isAfter(ended)
                && (pausedSince == null || !isUnfinished() || dueOn.isBefore(pausedSince));
    }

    /** Whether its product is still owed: not submitted, or returned. */
    public boolean isUnfinished() {
        return "OPEN".equals(state) || "RETURNED".equals(state);
    }

    /**
     * The period that the plan schedules it for: that of a report schedule, or the year of a single fixed day; empty
     * for recurring milestones and for those armed by event or request.
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
