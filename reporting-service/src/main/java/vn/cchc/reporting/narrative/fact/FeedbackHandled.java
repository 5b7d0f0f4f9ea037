package vn.cchc.reporting.narrative.fact;

import java.util.List;

/**
 * Outcome of the feedback (PAKN) received in the period.
 *
 * @param channels those with at least one feedback, in report order
 * @param inTime of the answered ones
 * @param rate share answered in time, as printed
 * @param overdue of the open ones
 */
public record FeedbackHandled(
        long received,
        List<Channel> channels,
        long answered,
        long inTime,
        long late,
        String rate,
        long open,
        long overdue,
        long refused,
        long referred,
        long withdrawn) {

    public FeedbackHandled {
        channels = List.copyOf(channels);
    }

    /** @param name in running text */
    public record Channel(String name, long received) {}
}
