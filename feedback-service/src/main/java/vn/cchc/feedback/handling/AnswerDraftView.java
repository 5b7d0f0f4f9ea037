package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;

/** The draft of an answer as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AnswerDraft", description = "Dự thảo trả lời. The draft of an answer; the sender never sees it.")
@AsSent("AnswerFeedback")
public record AnswerDraftView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "2", description = "The version of the draft, also in `ETag`.") @Min(1)
        int version,

        @Schema(required = true) DraftState state,

        @Schema(required = true, examples = "Đèn đường đã được thay ngày 10/01/2021.")
        String text,

        @Schema(examples = "15/UBND-ĐC") String documentNumber,
        @Schema(examples = "2021-01-11") LocalDate documentDate,

        @Schema(required = true, description = "When it was last written.")
        OffsetDateTime writtenAt,

        @Schema(required = true, examples = "Lê Văn Cường", description = "Who wrote it last.")
        @Size(max = Caller.LONGEST_NAME)
        String writtenBy,

        @Schema(description = "Since when it is with the leader.")
        OffsetDateTime submittedAt,

        @Schema(description = "The last return by the leader, until it is handed in again.")
        Returned returned)
        implements Identified {

    /** By whom and why it was returned. */
    @Schema(name = "AnswerDraftReturn")
    public record Returned(
            @Schema(required = true) OffsetDateTime at,

            @Schema(required = true, examples = "Phạm Thị Dung") @Size(max = Caller.LONGEST_NAME)
            String by,

            @Schema(required = true, examples = "Nêu rõ ngày thay đèn và đơn vị thực hiện.") @Size(max = Bounds.REASON)
            String reason) {}

    static AnswerDraftView of(Feedback feedback, AnswerDraft draft) {
        return new AnswerDraftView(
                draft.id(),
                draft.version(),
                state(feedback, draft),
                draft.text(),
                draft.documentNumber().orElse(null),
                draft.documentDate().orElse(null),
                draft.writtenAt(),
                draft.writtenByName(),
                feedback.releaseAwaitedSince().orElse(null),
                draft.lastReturn()
                        .map(made -> new Returned(made.at(), made.by(), made.reason()))
                        .orElse(null));
    }

    private static DraftState state(Feedback feedback, AnswerDraft draft) {
        if (feedback.releaseAwaitedSince().isPresent()) {
            return DraftState.SUBMITTED;
        }
        return draft.lastReturn().isPresent() ? DraftState.RETURNED : DraftState.WRITTEN;
    }
}
