package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.regime.ReportingRegime;

/** An approved edition and its changes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "An approved edition; it never changes",
        requiredProperties = {"edition", "approvedOn", "pdfSha256", "changedSections", "changedFigures"})
@AsSent("ApproveReport")
record EditionView(
        @Schema(examples = "1") @Min(1) int edition,
        @Schema(examples = "2021-02-26") LocalDate approvedOn,

        @Schema(description = "SHA-256 of the PDF in hexadecimal")
        @Size(max = Bounds.SHA256_LENGTH)
        @Pattern(regexp = Bounds.SHA256)
        String pdfSha256,

        @Schema(description = "Sections that differ from the edition before") @Size(max = ReportingRegime.SECTIONS)
        List<@Size(max = Bounds.NAME) String> changedSections,

        @Schema(description = "Figures that differ from the edition before") @Size(max = Figure.MOST)
        List<FigureChange> changedFigures,

        @Schema(
                description =
                        "Why it was approved although the sources of its figures were not complete; absent where they were")
        String incompleteReason,

        @Schema(description = "What was missing then; absent where nothing was") @Size(max = Bounds.MISSING)
        List<MissingSource> incompleteSources) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            description = "A figure that differs, as printed; absent where there was or is none",
            requiredProperties = {"code"})
    record FigureChange(
            @Schema(examples = "pakn.answeredInTime") @Size(max = Bounds.NAME)
            String code,

            @Schema(examples = "24") @Size(max = Bounds.NAME)
            String before,

            @Schema(examples = "25") @Size(max = Bounds.NAME)
            String after) {}

    static EditionView of(FrozenEditions.Edition edition) {
        return new EditionView(
                edition.number(),
                edition.approvedOn(),
                edition.pdfSha256(),
                edition.changedSections(),
                edition.changedFigures().stream()
                        .map(change -> new FigureChange(change.code(), change.before(), change.after()))
                        .toList(),
                edition.incompleteness().map(Incompleteness::reason).orElse(null),
                edition.incompleteness().map(Incompleteness::missing).orElse(null));
    }
}
