package vn.cchc.reporting.report;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.reporting.figures.Source;

/** A source of a figure. */
@Schema(
        description = "A thing that was counted, in the version that counted",
        requiredProperties = {"kind", "id", "version"})
record SourceView(
        @Schema(
                description = "What kind of thing",
                enumeration = {"FEEDBACK", "MILESTONE", "TASK", "TARGET_READING"},
                examples = "FEEDBACK")
        String kind,

        UUID id,
        @Schema(examples = "5") long version) {

    static SourceView of(Source source) {
        return new SourceView(source.kind().name(), source.id(), source.version());
    }
}
