package vn.cchc.reporting.projection;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What reporting reads of an event of {@code cchc.target-reading}.
 *
 * @param target what is aimed at, as the plan words it
 * @param operator {@code =}, {@code >}, {@code >=}, {@code <}, {@code <=} or {@code between}; null for a target without a number
 * @param upper the upper bound of {@code between}
 * @param ours a target of ours, not printed in the plan
 * @param reading what was measured, in the unit of the target, as the plan computes it
 * @param withdrawn whether what it was made of is lost; false where the event does not say
 */
public record TargetReadingState(
        UUID planId,
        UUID targetId,
        String target,
        String operator,
        BigDecimal value,
        BigDecimal upper,
        String unit,
        Boolean ours,
        BigDecimal numerator,
        BigDecimal denominator,
        BigDecimal reading,
        String period,
        String source,
        Boolean withdrawn) {

    public TargetReadingState {
        withdrawn = Boolean.TRUE.equals(withdrawn);
    }
}
