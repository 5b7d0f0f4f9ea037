package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.Bounds;

/** A section of a report. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A section of the outline with its text",
        requiredProperties = {"code", "label", "title", "text", "origin", "outdated"})
record SectionView(
        @Schema(examples = "II.2") @Size(max = Bounds.NAME) String code,
        @Schema(examples = "2.") @Size(max = Bounds.NAME) String label,

        @Schema(examples = "Cải cách thủ tục hành chính") @Size(max = Bounds.TITLE)
        String title,

        @Schema(description = "Plain text; each line is a paragraph", examples = "Trong kỳ tiếp nhận 38 PAKN.")
        String text,

        Origin origin,

        @Schema(description = "Written before figures behind it moved: compare with `proposal`")
        boolean outdated,

        @Schema(description = "What would be proposed now, where a person has written something else")
        String proposal,

        @Schema(description = "Who wrote it") @Size(max = Caller.LONGEST_NAME)
        String editedBy,

        OffsetDateTime editedAt) {

    /** Origin of a section's text. */
    @Schema(name = "SectionOrigin")
    enum Origin {
        /** Generated from figures and progress on each read. */
        PROPOSED,
        /** Edited by a person. */
        EDITED,
        /** As approved. */
        FROZEN
    }
}
