package vn.cchc.plan.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;

/** @param amount whole đồng */
@Schema(description = "An amount of money in whole đồng")
public record Money(
        @Schema(required = true, examples = "12900000") @Min(-Printed.LARGEST_SUM) @Max(Printed.LARGEST_SUM)
        long amount,

        @Schema(required = true, examples = "VND") @Size(max = 3)
        String currency) {

    public static Money dong(long amount) {
        return new Money(amount, "VND");
    }

    /** Null for null (no amount printed). */
    public static Money ofNullable(Long amount) {
        return amount == null ? null : dong(amount);
    }
}
