package vn.cchc.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The text of a section. */
record WriteSection(
        @NotBlank
        @Size(max = WriteSection.LONGEST)
        @Schema(
                description = "Plain text; each line is a paragraph",
                examples = "Trong kỳ, Ủy ban nhân dân xã đã ban hành Kế hoạch số 57/KH-UBND.\n- Đã niêm yết công khai.")
        String text) {

    static final int LONGEST = 20_000;
}
