package vn.cchc.plan.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Excerpt;
import vn.cchc.plan.transcript.reading.Place;
import vn.cchc.plan.transcript.reading.Transcript;
import vn.cchc.plan.transcript.reading.Untranscribed;
import vn.cchc.platform.http.BilingualText;

/** The transcript of a file: the plan document, what of the file is not in it, and what is in doubt. */
@Schema(name = "PlanTranscript")
public record PlanTranscriptView(
        @Schema(required = true) TranscribedPlan document,

        @Schema(
                required = true,
                description = "What of the file is not in the document: the first " + Transcript.MOST_NOTES)
        @Size(max = Transcript.MOST_NOTES)
        List<Omitted> untranscribed,

        @Schema(required = true, description = "How much is not in the document, also what is not listed")
        @PositiveOrZero
        @Max(MOST)
        int untranscribedTotal,

        @Schema(required = true, description = "What people have to look at: the first " + Transcript.MOST_NOTES)
        @Size(max = Transcript.MOST_NOTES)
        List<InDoubt> doubts,

        @Schema(required = true, description = "How much is in doubt, also what is not listed")
        @PositiveOrZero
        @Max(MOST)
        int doubtsTotal) {

    /** More than the paragraphs and cells of any file that is read. */
    private static final int MOST = 1_000_000;

    /** More than the paragraphs and tables of any file that is read. */
    private static final int LAST_BLOCK = 100_000;

    static PlanTranscriptView of(Transcript transcript) {
        return new PlanTranscriptView(
                TranscribedPlan.of(transcript),
                transcript.untranscribed().stream()
                        .map(each -> Omitted.of(each, transcript))
                        .toList(),
                transcript.untranscribedInAll(),
                transcript.doubts().stream()
                        .map(each -> InDoubt.of(each, transcript))
                        .toList(),
                transcript.doubtsInAll());
    }

    /** Where something stands in the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PlaceInFile")
    public record PlaceInFile(
            @Schema(
                    required = true,
                    description =
                            "Which paragraph or table of the file, from 1; of a workbook, which sheet. What is empty"
                                    + " does not count")
            @Min(1)
            @Max(LAST_BLOCK)
            int block,

            @Schema(description = "Row of the table, from 1; of a sheet or CSV, its row; absent outside tables")
            @Min(1)
            @Max(LAST_BLOCK)
            Integer row,

            @Schema(description = "Name of the sheet; absent for other files than workbooks", examples = "Phụ lục 1")
            @Size(max = Excerpt.LONGEST)
            String sheet,

            @Schema(description = "Heading of its column as printed; absent where there is none", examples = "Ghi chú")
            @Size(max = Excerpt.LONGEST)
            String column,

            @Schema(description = "`order` of the row of the annex transcribed from there; absent where there is none")
            @Min(1)
            @Max(LAST_BLOCK)
            Integer order) {

        static PlaceInFile of(Place place, Transcript transcript) {
            String sheet = transcript.sheets().getOrDefault(place.block(), "");
            return new PlaceInFile(
                    place.block(), place.row(), sheet.isEmpty() ? null : sheet, place.column(), place.order());
        }
    }

    /** Something of the file that is not in the document. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "UntranscribedContent")
    public record Omitted(
            @Schema(required = true) PlaceInFile place,

            @Schema(description = "Its text, or the beginning of it; absent for content without text")
            @Size(max = Excerpt.LONGEST)
            String text,

            @Schema(required = true, description = "Stable name")
            Untranscribed.Why code,

            @Schema(required = true) BilingualText why) {

        static Omitted of(Untranscribed untranscribed, Transcript transcript) {
            return new Omitted(
                    PlaceInFile.of(untranscribed.place(), transcript),
                    untranscribed.text(),
                    untranscribed.why(),
                    TranscriptText.of(untranscribed.why()));
        }
    }

    /** Something that people have to look at. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "TranscriptDoubt")
    public record InDoubt(
            @Schema(required = true, description = "Stable name")
            Doubt.Code code,

            @Schema(description = "Absent where what is missing was found nowhere")
            PlaceInFile place,

            @Schema(
                    description = "The text in doubt, or the beginning of it; absent where there is none",
                    examples = "12.9")
            @Size(max = Excerpt.LONGEST)
            String printed,

            @Schema(required = true) BilingualText text) {

        static InDoubt of(Doubt doubt, Transcript transcript) {
            return new InDoubt(
                    doubt.code(),
                    doubt.place()
                            .map(place -> PlaceInFile.of(place, transcript))
                            .orElse(null),
                    doubt.text(),
                    TranscriptText.of(doubt));
        }
    }
}
