package vn.cchc.plan.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlaceInFile;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Excerpt;
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
        @Max(FileNotes.LARGEST_TOTAL)
        int untranscribedTotal,

        @Schema(required = true, description = "What people have to look at: the first " + Transcript.MOST_NOTES)
        @Size(max = Transcript.MOST_NOTES)
        List<InDoubt> doubts,

        @Schema(required = true, description = "How much is in doubt, also what is not listed")
        @PositiveOrZero
        @Max(FileNotes.LARGEST_TOTAL)
        int doubtsTotal) {

    /** @param notes whether the document says what the file held beside it */
    static PlanTranscriptView of(Transcript transcript, boolean notes) {
        return new PlanTranscriptView(
                TranscribedPlan.of(transcript, notes),
                transcript.untranscribed().stream()
                        .map(each -> Omitted.of(each, transcript))
                        .toList(),
                transcript.untranscribedInAll(),
                transcript.doubts().stream()
                        .map(each -> InDoubt.of(each, transcript))
                        .toList(),
                transcript.doubtsInAll());
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
                    TranscriptNotes.place(untranscribed.place(), transcript),
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
                            .map(place -> TranscriptNotes.place(place, transcript))
                            .orElse(null),
                    doubt.text(),
                    TranscriptText.of(doubt));
        }
    }
}
