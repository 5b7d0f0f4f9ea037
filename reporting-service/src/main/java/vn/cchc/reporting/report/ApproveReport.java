package vn.cchc.reporting.report;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.text.VietnameseText;

/** Optional remarks on approval. */
record ApproveReport(
        @Size(max = Bounds.REASON)
        @Schema(
                description =
                        "Why the figures are approved although their sources are not complete; it stays with the edition,"
                                + " in the document too. Not kept where nothing is missing",
                examples = "Phòng Nội vụ yêu cầu gửi trong ngày; số liệu sẽ được bổ sung ở kỳ sau.")
        String incompleteReason) {

    /** Empty if no legible text was given. */
    Optional<String> reason() {
        return Optional.ofNullable(incompleteReason).filter(reason -> !VietnameseText.isInvisible(reason));
    }
}
