package vn.cchc.reporting.projection;

import java.time.LocalDate;
import java.util.Set;

/**
 * What reporting reads of an event of {@code cchc.feedback}.
 *
 * @param receivedOn the day it arrived, which may be before the day it was entered
 * @param dueOn the last day for the answer
 * @param pausedSince the day on which its limit was paused; null while the limit runs. When it runs again, {@code dueOn}
 *     has moved by the days of the pause.
 */
public record FeedbackState(
        String channel,
        String state,
        LocalDate receivedOn,
        LocalDate dueOn,
        LocalDate pausedSince,
        LocalDate answeredOn) {

    private static final Set<String> ANSWERED = Set.of("ANSWERED", "CLOSED");
    private static final Set<String> ENDED_OTHERWISE = Set.of("REFUSED", "REFERRED", "WITHDRAWN");

    public boolean isAnswered() {
        return ANSWERED.contains(state);
    }

    /** Neither answered nor ended otherwise; a state this service does not know yet is an open one. */
    public boolean isOpen() {
        return !isAnswered() && !ENDED_OTHERWISE.contains(state);
    }

    /** Answered on or before the last day. */
    public boolean isInTime() {
        return isAnswered() && answeredOn != null && dueOn != null && !answeredOn.isAfter(dueOn);
    }

    /**
     * Open although its last day has ended, unless the limit was paused before or on that day. A term ends at 24:00 of its last
     * day (Civil Code 2015, Article 148(6)).
     *
     * @param ended the last day that is over
     */
    public boolean isOverdue(LocalDate ended) {
        return isOpen()
                && dueOn != null
                && !dueOn.isAfter(ended)
                && (pausedSince == null || dueOn.isBefore(pausedSince));
    }
}
