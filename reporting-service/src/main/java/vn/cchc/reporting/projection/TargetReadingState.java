package vn.cchc.reporting.projection;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * The part of a {@code cchc.target-reading} event that reporting reads.
 *
 * @param target as the plan words it
 * @param operator {@code =}, {@code >}, {@code >=}, {@code <}, {@code <=} or {@code between}; null for a target without
 *     a number
 * @param upper upper bound of {@code between}
 * @param ours a target of the system, not printed in the plan
 * @param reading measured value in the target's unit, as computed by the plan
 * @param withdrawn whether its source is lost; false if the event omits it
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
