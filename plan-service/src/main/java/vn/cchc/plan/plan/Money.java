package vn.cchc.plan.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param amount whole đồng */
@Schema(description = "An amount of money in whole đồng")
public record Money(
        @Schema(required = true, examples = "12900000") long amount,
        @Schema(required = true, examples = "VND") String currency) {

    public static Money dong(long amount) {
        return new Money(amount, "VND");
    }

    /** Null for null (no amount printed). */
    public static Money ofNullable(Long amount) {
        return amount == null ? null : dong(amount);
    }
}
