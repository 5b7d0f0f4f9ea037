package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The cases that are merged into another one. */
@Schema(name = "MergedCaseList", description = "The cases that are merged into another one, the earliest first")
public record MergedCaseList(
        @Schema(required = true) @Size(max = MergedCaseList.MOST)
        List<MergedCaseView> items) {

    /** More tell of a disaster, which is handled otherwise than case by case. */
    static final int MOST = 200;
}
