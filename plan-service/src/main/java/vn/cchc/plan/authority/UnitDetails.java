package vn.cchc.plan.authority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.text.VietnameseText;

/**
 * Attributes of a unit, given on registration and on each change.
 *
 * @param aliases alternative spellings used in plans, compared without spaces, dashes, commas, case and diacritics
 */
@Schema(description = "What is known of a unit")
public record UnitDetails(
        @NotNull @Size(max = UnitDetails.LONGEST_CODE) @Pattern(regexp = "[A-Za-z0-9._-]+") @Schema(examples = "VPTK")
        String code,

        @NotBlank @Size(max = 300) @Schema(examples = "Văn phòng - Thống kê")
        String name,

        @NotNull UnitKind kind,

        @Size(max = 50)
        @Schema(description = "Other ways in which plans write it", examples = "[\"Văn phòng – Thống kê tổng hợp\"]")
        List<@NotBlank @Size(max = 300) String> aliases,

        @NotNull @Schema(examples = "2016-07-01") LocalDate validFrom,
        @Schema(description = "Last day of validity") LocalDate validTo) {

    public static final int LONGEST_CODE = 50;

    public UnitDetails {
        code = VietnameseText.line(code);
        name = VietnameseText.line(name);
        aliases = aliases == null
                ? List.of()
                : aliases.stream().map(VietnameseText::line).toList();
    }
}
