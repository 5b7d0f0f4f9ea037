package vn.cchc.reporting.projection;

import java.time.LocalDate;
import java.util.Set;

/**
 * The part of a {@code cchc.feedback} event that reporting reads.
 *
 * @param receivedOn day of arrival, which may precede the day of entry
 * @param dueOn last day for the answer
 * @param pausedSince day on which the limit was paused; null while it runs. On resumption {@code dueOn} moves by the
 *     days of the pause.
 * @param inTime whether it was answered in time, as feedback-service has decided it: a limit in working hours ends within a
 *     day. {@code null} until answered, and in events from before that was told
 */
public record FeedbackState(
        String channel,
        String state,
        LocalDate receivedOn,
        LocalDate dueOn,
        LocalDate pausedSince,
        LocalDate answeredOn,
        Boolean inTime) {

    private static final Set<String> ANSWERED = Set.of("ANSWERED", "CLOSED");
    private static final Set<String> ENDED_OTHERWISE = Set.of("REFUSED", "REFERRED", "WITHDRAWN");

    public boolean isAnswered() {
        return ANSWERED.contains(state);
    }

    /** Neither answered nor ended otherwise; a state unknown to this service counts as open. */
    public boolean isOpen() {
        return !isAnswered() && !ENDED_OTHERWISE.contains(state);
    }

    /** Whether it was answered in time; on or before the due day, where that alone is known. */
    public boolean isInTime() {
        return isAnswered()
                && (inTime == null ? answeredOn != null && dueOn != null && !answeredOn.isAfter(dueOn) : inTime);
    }

    /**
     * Whether it is open past its due day, unless the limit was paused on or before that day. A term ends at 24:00 of
     * its last day (Civil Code 2015, Article 148(6)).
     *
     * @param ended the last completed day
     */
    public boolean isOverdue(LocalDate ended) {
        return isOpen()
                && dueOn != null
                && !dueOn.isAfter(ended)
                && (pausedSince == null || dueOn.isBefore(pausedSince));
    }
}
