package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Quantitative aim of a target.
 *
 * @param upper upper bound, for {@link Operator#BETWEEN} only
 * @param value below zero for a fall only
 * @param unit "%", "% tăng" (base: last year's figure), or what is counted: "trường hợp", "cuộc", "phút", "hạng"
 * @param assumed whether operator or value is implied by the text: a bare "60%" is read as at least, "tất cả" as 100 %
 */
public record Aim(Operator operator, BigDecimal value, Optional<BigDecimal> upper, String unit, boolean assumed) {

    /** Figures have at most nine digits before the comma. */
    public static final int LARGEST = 1_000_000_000;

    /** A fall to nothing. */
    public static final int LEAST = -100;

    /** A share of a total. */
    public static final String PERCENT = "%";
    /**
     * Growth relative to last year's figure. A fall is growth below zero, so "giảm 20%" is at most -20: services of any version
     * compute and compare it alike.
     */
    public static final String PERCENT_MORE = "% tăng";
    /** A place in a ranking; the first is 1. */
    public static final String RANK = "hạng";

    public Aim {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        if (upper.isPresent() != (operator == Operator.BETWEEN)) {
            throw new IllegalArgumentException("An upper end belongs to BETWEEN, and only there");
        }
    }

    /** Whether a reading reaches the target. */
    public boolean isMetBy(BigDecimal reading) {
        int compared = reading.compareTo(value);
        return switch (operator) {
            case EQUAL -> compared == 0;
            case GREATER -> compared > 0;
            case AT_LEAST -> compared >= 0;
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case BETWEEN -> compared >= 0 && reading.compareTo(upper.orElseThrow()) <= 0;
        };
    }

    /** Whether both aims are equal. */
    public boolean agreesWith(Aim other) {
        return operator == other.operator
                && value.compareTo(other.value) == 0
                && upper.map(BigDecimal::stripTrailingZeros).equals(other.upper.map(BigDecimal::stripTrailingZeros))
                && unit.equals(other.unit);
    }

    /** "≥ 90 %". */
    public String text() {
        return switch (operator) {
            case EQUAL -> amount(value);
            case GREATER -> "> " + amount(value);
            case AT_LEAST -> "≥ " + amount(value);
            case LESS -> "< " + amount(value);
            case AT_MOST -> "≤ " + amount(value);
            case BETWEEN -> value.toPlainString() + "–" + amount(upper.orElseThrow());
        };
    }

    private String amount(BigDecimal figure) {
        return figure.toPlainString() + " " + unit;
    }
}
