package vn.cchc.feedback.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/**
 * Request to end a handling policy.
 *
 * @param validTo the last day of arrival that it holds for, from today on
 */
public record EndPolicy(
        @NotNull
        @Schema(examples = "2021-12-31", description = "The last day of arrival that it holds for; from today on.")
        LocalDate validTo,

        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Quyết định số 12/QĐ-UBND hết hiệu lực.")
        String reason) {

    public EndPolicy {
        reason = WrittenText.of(reason);
    }
}
