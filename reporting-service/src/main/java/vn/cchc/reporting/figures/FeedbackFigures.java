package vn.cchc.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.cchc.reporting.projection.FeedbackState;
import vn.cchc.reporting.projection.HeardVersion;

/**
 * Counts feedback (PAKN) that arrived in a period and was recorded by the end of the cut-off, by its state at that
 * time. The definitions are those of feedback-service's statistics for the same days, recorded up to the cut-off; the
 * README lists them in one table.
 *
 * <p>Received means arrived in the period, regardless of the day of entry. Feedback recorded after the cut-off does not
 * count. Each received feedback is in exactly one of: answered in time (on or before its due day), answered late, open,
 * refused, referred, withdrawn. Overdue is a subset of open, see {@link FeedbackState#isOverdue}.
 *
 * <p>Late additions arrived on or before the previous report's cut-off and were recorded after it, so that the previous
 * report could not count them. Those that arrived in this report's period are also among the received. Those that
 * arrived earlier are listed only here.
 */
public final class FeedbackFigures {

    public static final String RECEIVED = "pakn.received";
    public static final String ANSWERED = "pakn.answered";
    public static final String IN_TIME = "pakn.answeredInTime";
    public static final String LATE = "pakn.answeredLate";
    public static final String RATE = "pakn.answeredInTimeRate";
    public static final String OPEN = "pakn.open";
    public static final String OVERDUE = "pakn.overdue";
    public static final String REFUSED = "pakn.refused";
    public static final String REFERRED = "pakn.referred";
    public static final String WITHDRAWN = "pakn.withdrawn";
    public static final String LATE_ADDITIONS = "pakn.lateAdditions";
    public static final String BY_CHANNEL = RECEIVED + ".";

    private FeedbackFigures() {}

    /**
     * @param from first day of the period
     * @param cutOff last day of the period
     * @param ended last completed day of the period: {@code cutOff}, or yesterday before that has passed
     * @param previousCutOff of the previous report
     * @param asOf the state of each feedback at the end of {@code cutOff}, or now before that has passed, with the day
     *     of its first record
     */
    public static List<Figure> of(
            LocalDate from,
            LocalDate cutOff,
            LocalDate ended,
            LocalDate previousCutOff,
            List<HeardVersion<FeedbackState>> asOf) {
        List<HeardVersion<FeedbackState>> received = asOf.stream()
                .filter(told -> {
                    LocalDate day = told.state().receivedOn();
                    return day != null && !day.isBefore(from) && !day.isAfter(cutOff);
                })
                .toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(count(FigureKind.FEEDBACK_RECEIVED, received, told -> true));
        for (Channel channel : Channel.values()) {
            figures.add(count(FigureKind.FEEDBACK_BY_CHANNEL, received, told -> channel.name()
                            .equals(told.channel()))
                    .through(channel));
        }
        Figure answered = count(FigureKind.FEEDBACK_ANSWERED, received, FeedbackState::isAnswered);
        Figure inTime = count(FigureKind.FEEDBACK_IN_TIME, received, FeedbackState::isInTime);
        figures.add(answered);
        figures.add(inTime);
        figures.add(count(FigureKind.FEEDBACK_LATE, received, f -> f.isAnswered() && !f.isInTime()));
        figures.add(Figure.rate(FigureKind.FEEDBACK_IN_TIME_RATE, inTime, answered));
        figures.add(count(FigureKind.FEEDBACK_OPEN, received, FeedbackState::isOpen));
        figures.add(count(FigureKind.FEEDBACK_OVERDUE, received, f -> f.isOverdue(ended)));
        figures.add(count(FigureKind.FEEDBACK_REFUSED, received, f -> "REFUSED".equals(f.state())));
        figures.add(count(FigureKind.FEEDBACK_REFERRED, received, f -> "REFERRED".equals(f.state())));
        figures.add(count(FigureKind.FEEDBACK_WITHDRAWN, received, f -> "WITHDRAWN".equals(f.state())));
        figures.add(count(FigureKind.FEEDBACK_LATE_ADDITIONS, lateAdditions(previousCutOff, asOf), f -> true));
        return figures;
    }

    private static List<HeardVersion<FeedbackState>> lateAdditions(
            LocalDate previousCutOff, List<HeardVersion<FeedbackState>> asOf) {
        return asOf.stream()
                .filter(told -> told.state().receivedOn() != null
                        && !told.state().receivedOn().isAfter(previousCutOff)
                        && told.firstRecordedOn() != null
                        && told.firstRecordedOn().isAfter(previousCutOff))
                .toList();
    }

    private static Figure count(
            FigureKind kind, List<HeardVersion<FeedbackState>> received, Predicate<FeedbackState> counted) {
        return Figure.count(
                kind,
                received.stream()
                        .filter(told -> counted.test(told.state()))
                        .map(told -> Source.of(Source.Kind.FEEDBACK, told))
                        .toList());
    }
}
