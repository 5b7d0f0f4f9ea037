package vn.cchc.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a report with its sources.
 *
 * @param code stable over periods, e.g. {@code pakn.received}
 * @param label Vietnamese, as printed
 * @param unit what is counted; {@link #PERCENT} for a rate
 * @param value empty for a rate with denominator 0, which is not 0 %
 * @param numerator of a rate
 * @param denominator of a rate
 */
public record Figure(
        String code,
        String label,
        String unit,
        Optional<BigDecimal> value,
        Optional<Long> numerator,
        Optional<Long> denominator,
        List<Source> sources) {

    public static final String PERCENT = "%";

    /** In characters; it names an area of the plan at most. */
    public static final int LONGEST_LABEL = 500;

    /** Printed for a rate with denominator 0. */
    public static final String NOT_ARISEN = "chưa phát sinh";

    /** Figures of a report: those of the program, and of each area of the plan. */
    public static final int MOST = 1000;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Figure {
        sources = List.copyOf(sources);
    }

    static Figure count(String code, String label, String unit, List<Source> counted) {
        return new Figure(
                code,
                label,
                unit,
                Optional.of(BigDecimal.valueOf(counted.size())),
                Optional.empty(),
                Optional.empty(),
                counted);
    }

    /** A percentage with one decimal, rounded half up; its sources are those of the denominator. */
    static Figure rate(String code, String label, Figure numerator, Figure denominator) {
        return new Figure(
                code,
                label,
                PERCENT,
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

    /** The value of a count. */
    public long number() {
        return value.map(BigDecimal::longValueExact).orElse(0L);
    }

    /** As printed: "24", "92,9%", "chưa phát sinh". */
    public String display() {
        return value.map(v -> printed(v) + (unit.equals(PERCENT) ? "%" : "")).orElse(NOT_ARISEN);
    }

    /** As printed next to a column with the unit: "92,9". */
    public String displayInItsUnit() {
        return value.map(Figure::printed).orElse(NOT_ARISEN);
    }

    /** With a decimal comma, without trailing zeros. */
    public static String printed(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString().replace('.', ',');
    }
}
