package vn.cchc.plan.authority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.text.VietnameseText;

/**
 * Attributes of an authority, given on registration and on each change.
 *
 * @param deadlineInclusive whether "trước ngày X" includes X itself; false by default
 * @param validTo last day of validity; null while open-ended
 */
@Schema(description = "What is known of an authority")
public record AuthorityDetails(
        @NotNull
        @Size(max = AuthorityDetails.LONGEST_CODE)
        @Pattern(regexp = "[A-Za-z0-9._-]+")
        @Schema(examples = "VN-26-NAMDONG-THUONGLO")
        String code,

        @NotBlank @Size(max = 300) @Schema(examples = "UBND xã Thượng Lộ")
        String name,

        @NotNull AuthorityLevel level,

        @Schema(description = "The authority above; absent at the top")
        UUID parentId,

        @NotBlank @Size(max = 300) @Schema(description = "Where it signs documents", examples = "Thượng Lộ")
        String place,

        @Schema(description = "Whether X itself is in time in \"trước ngày X\"", defaultValue = "false")
        Boolean deadlineInclusive,

        @NotNull @Schema(examples = "2016-07-01") LocalDate validFrom,
        @Schema(description = "Last day of validity") LocalDate validTo) {

    static final int LONGEST_CODE = 50;

    public AuthorityDetails {
        code = VietnameseText.line(code);
        name = VietnameseText.line(name);
        place = VietnameseText.line(place);
        deadlineInclusive = deadlineInclusive != null && deadlineInclusive;
    }
}
