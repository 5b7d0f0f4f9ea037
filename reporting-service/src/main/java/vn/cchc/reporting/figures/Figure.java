package vn.cchc.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a report with its sources.
 *
 * @param channel the only channel counted; empty for all
 * @param area the only area of the plan counted; empty for all
 * @param value empty for a rate with denominator 0, which is not 0 %
 * @param numerator of a rate
 * @param denominator of a rate
 */
public record Figure(
        FigureKind kind,
        Optional<Channel> channel,
        Optional<Integer> area,
        Optional<BigDecimal> value,
        Optional<Long> numerator,
        Optional<Long> denominator,
        List<Source> sources) {

    /** Figures of a report: those of the program, and of each area of the plan. */
    public static final int MOST = 1000;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Figure {
        sources = List.copyOf(sources);
    }

    static Figure count(FigureKind kind, List<Source> counted) {
        return new Figure(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(counted.size())),
                Optional.empty(),
                Optional.empty(),
                counted);
    }

    /** A percentage with one decimal, rounded half up; its sources are those of the denominator. */
    static Figure rate(FigureKind kind, Figure numerator, Figure denominator) {
        return new Figure(
                kind,
                Optional.empty(),
                Optional.empty(),
                percent(numerator.number(), denominator.number()),
                Optional.of(numerator.number()),
                Optional.of(denominator.number()),
                denominator.sources());
    }

    static Optional<BigDecimal> percent(long numerator, long denominator) {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(numerator)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP));
    }

    Figure through(Channel only) {
        return new Figure(kind, Optional.of(only), area, value, numerator, denominator, sources);
    }

    Figure inArea(int only) {
        return new Figure(kind, channel, Optional.of(only), value, numerator, denominator, sources);
    }

    /** Stable over periods, e.g. {@code pakn.received}, {@code pakn.received.PHONE}, {@code tasks.due.area-2}. */
    public String code() {
        String ofChannel = kind.code() + channel.map(only -> "." + only.name()).orElse("");
        return area.map(only -> TaskFigures.inArea(ofChannel, only)).orElse(ofChannel);
    }

    /** The value of a count. */
    public long number() {
        return value.map(BigDecimal::longValueExact).orElse(0L);
    }
}
