package vn.cchc.plan.importing.wording;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.platform.text.VietnameseText;

/**
 * Wordings of timings to read. They are single lines, as the cells of an annex are.
 *
 * @param year that of the plan
 * @param report whether title or product of the rows name a report; false by default
 */
@Schema(description = "Wordings of timings, each read for itself")
public record ReadTimings(
        @NotNull
        @Size(min = 1, max = ReadTimings.MOST)
        @Schema(examples = "[\"Trước ngày 15/12\", \"Hàng quý\", \"Khoảng tháng 6\"]")
        List<@NotBlank @Size(max = ReadTimings.LONGEST) String> texts,

        @Min(Printed.FIRST_YEAR)
        @Max(Printed.LAST_YEAR)
        @Schema(
                required = true,
                examples = "2026",
                description = "The plan's: of days without a year, and of what recurs")
        int year,

        @Schema(
                defaultValue = "false",
                description = "Whether title or product of the rows name a report: \"6 tháng và năm\" is a schedule of"
                        + " reports there")
        Boolean report) {

    /** Texts of a request. */
    static final int MOST = 200;

    /** Of a text, in characters. */
    static final int LONGEST = 500;

    public ReadTimings {
        // Keeps null elements, so that validation can report their position.
        texts = texts == null ? null : texts.stream().map(VietnameseText::line).toList();
        report = report != null && report;
    }
}
