package vn.cchc.plan.milestone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Evidence without a file. */
@Schema(description = "Evidence without a file")
public record SubmitNote(
        @NotBlank @Size(max = SubmitNote.LONGEST) @Schema(examples = "Đã đăng 3 tin trên Trang thông tin điện tử xã.")
        String note) {

    /** Maximum length, in characters. */
    public static final int LONGEST = 4000;
}
