package vn.cchc.plan.importing.wording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.text.VietnameseText;

/** Wordings of targets to read, each as a target of the body. */
@Schema(description = "Wordings of targets, each read for itself")
public record ReadTargets(
        @NotNull
        @Size(min = 1, max = ReadTargets.MOST)
        @Schema(examples = "[\"Tối thiểu 90% hồ sơ trực tuyến\", \"Tỷ lệ hồ sơ trễ hạn 5%\"]")
        List<@NotBlank @Size(max = ReadTargets.LONGEST) String> texts) {

    /** Texts of a request. */
    static final int MOST = 200;

    /** Of a text, in characters. */
    static final int LONGEST = 1000;

    public ReadTargets {
        // Keeps null elements, so that validation can report their position.
        texts = texts == null ? null : texts.stream().map(VietnameseText::line).toList();
    }
}
