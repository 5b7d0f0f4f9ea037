package vn.cchc.reporting.narrative.fact;

import java.math.BigDecimal;
import java.util.List;
import vn.cchc.reporting.figures.Channel;

/**
 * Outcome of the feedback (PAKN) received in the period.
 *
 * @param channels those with at least one feedback, in report order
 * @param inTime of the answered ones
 * @param rate share answered in time, in per cent; null when none was answered
 * @param overdue of the open ones
 */
public record FeedbackHandled(
        long received,
        List<OfChannel> channels,
        long answered,
        long inTime,
        long late,
        BigDecimal rate,
        long open,
        long overdue,
        long refused,
        long referred,
        long withdrawn) {

    public FeedbackHandled {
        channels = List.copyOf(channels);
    }

    /** What came through one channel. */
    public record OfChannel(Channel channel, long received) {}
}
