package vn.cchc.plan.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.transcript.reading.Head;
import vn.cchc.plan.transcript.reading.Transcript;

/**
 * A plan document as far as it could be transcribed: what {@link PlanDocument} is, except that its header may lack what was not
 * found, and that its annex may be empty. Once people have added that, an import takes it.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        description =
                "A plan document as far as it could be transcribed: the header may lack what was not found, and the"
                        + " annex may be empty; otherwise an import takes it as it is")
public record TranscribedPlan(
        @Schema(required = true, examples = PlanDocument.FORMAT) @Size(max = PlanDocument.FORMAT_LENGTH)
        String format,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(required = true)
        TranscribedHeader header,

        @Size(max = 100) List<@Size(max = Printed.LONG) String> objectives,
        @Size(max = 100) List<@Size(max = Printed.LONG) String> requirements,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(required = true) @Size(max = Printed.AREAS)
        List<PlanDocument.Area> areas,

        @Size(max = Printed.ARRANGEMENTS) List<PlanDocument.Arrangement> arrangements,
        @Size(max = 100) List<@Size(max = Printed.SHORT) String> recipients,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(required = true) @Size(max = Printed.ROWS)
        List<PlanDocument.Row> annex,

        @Schema(
                description =
                        "Where each annex begins and what stands above it; absent for one annex without a title of"
                                + " its own")
        @Size(max = Printed.ANNEXES)
        List<PlanDocument.AnnexHeading> annexHeadings,

        @Schema(
                description =
                        "What of the file is not in the document, and what is in doubt, for the draft to show; absent where"
                                + " there is nothing")
        FileNotes notes) {

    /** @param notes whether it says what the file held beside it, how amounts are printed, and the headings of its annexes */
    static TranscribedPlan of(Transcript transcript, boolean notes) {
        Transcript.Body body = transcript.body();
        return new TranscribedPlan(
                PlanDocument.FORMAT,
                TranscribedHeader.of(transcript.head()),
                body.objectives(),
                body.requirements(),
                body.areas(),
                body.arrangements(),
                body.recipients(),
                notes
                        ? transcript.annex()
                        : transcript.annex().stream()
                                .map(TranscribedPlan::withoutPrintedAmount)
                                .toList(),
                notes ? transcript.annexHeadings() : List.of(),
                notes ? TranscriptNotes.of(transcript) : null);
    }

    private static PlanDocument.Row withoutPrintedAmount(PlanDocument.Row row) {
        return new PlanDocument.Row(
                row.order(),
                row.parent(),
                row.code(),
                row.title(),
                row.lead(),
                row.coordinating(),
                row.products(),
                row.timing(),
                row.amount(),
                row.otherCells());
    }

    /** The head of the document; what was not found is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TranscribedHeader")
    public record TranscribedHeader(
            @Schema(examples = "57/KH-UBND") @Size(max = Printed.NUMBER)
            String number,

            @Size(max = Printed.CELL) String title,

            @Schema(examples = "UBND xã Thượng Lộ") @Size(max = Printed.SHORT)
            String issuer,

            @Size(max = Printed.SHORT) String place,
            LocalDate signedOn,
            @Min(Printed.FIRST_YEAR) @Max(Printed.LAST_YEAR) Integer year,

            @PositiveOrZero @Max(Printed.LARGEST_AMOUNT) @Schema(description = "Whole đồng")
            Long statedTotal) {

        static TranscribedHeader of(Head head) {
            return new TranscribedHeader(
                    head.number(),
                    head.title(),
                    head.issuer(),
                    head.place(),
                    head.signedOn(),
                    head.year(),
                    head.statedTotal());
        }
    }
}
