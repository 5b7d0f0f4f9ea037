package vn.cchc.feedback.attachment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.files.CheckedFile;

/** A file of a feedback. */
@Schema(description = "Tệp đính kèm. A file of a feedback, as it is kept.")
public record AttachmentView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "den-duong.jpg") @Size(max = CheckedFile.LONGEST_NAME)
        String fileName,

        @Schema(required = true, examples = "image/jpeg", description = "As its content shows.") @Size(max = 100)
        String mediaType,

        @Schema(required = true, examples = "734003", description = "In bytes.") @Min(1) @Max(AttachedFiles.LARGEST)
        int size,

        @Schema(
                required = true,
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                description = "Of the bytes as they are kept: metadata was removed from pictures and films.")
        @Size(max = 64)
        @Pattern(regexp = "^[0-9a-f]{64}$")
        String sha256) {}
