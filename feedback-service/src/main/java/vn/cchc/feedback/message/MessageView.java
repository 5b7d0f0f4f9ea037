package vn.cchc.feedback.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.handling.CaseStep;
import vn.cchc.feedback.handling.SupplementFeedback;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.idempotency.Identified;

/** An entry of the thread of a feedback: a message, or a step of its history that one side tells the other. */
@TemplateData
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "FeedbackMessage",
        description =
                "Một mục trong trao đổi giữa người gửi và cơ quan. An entry of the thread between sender and office.")
public record MessageView(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description =
                        "`MESSAGE`: a question or an answer; `SUPPLEMENT_REQUEST`: what the office asks for; `SUPPLEMENT`: what the"
                                + " sender supplied on request; `REOPENING`: why the sender has reopened it")
        Kind kind,

        @Schema(required = true, description = "`SENDER`, or `OFFICE`")
        Author author,

        @Schema(required = true, examples = "2021-01-07T10:15:00+07:00", description = "When it was written or done.")
        OffsetDateTime at,

        @Schema(
                examples = "Trần Thị Bình",
                description = "Who wrote it for the office, or entered it for the sender; shown to staff only.")
        @Size(max = Caller.LONGEST_NAME)
        String by,

        @Schema(
                examples = "Xin cho biết khi nào thì đèn được sửa?",
                description =
                        "Absent where files or details of the sender were supplied without one, and once it is erased.")
        @Size(max = SupplementFeedback.LONGEST)
        String text)
        implements Identified {

    /** For its {@code ETag}: a message is written once. */
    public static final int VERSION = 1;

    /** What an entry is. */
    @Schema(name = "FeedbackMessageKind")
    public enum Kind {
        MESSAGE,
        SUPPLEMENT_REQUEST,
        SUPPLEMENT,
        REOPENING
    }

    static MessageView of(Message message) {
        return new MessageView(
                message.id(),
                Kind.MESSAGE,
                message.author(),
                message.writtenAt(),
                message.writtenByName().orElse(null),
                message.text().orElse(null));
    }

    /** A step that belongs to the thread; empty for any other. */
    static Optional<MessageView> of(UUID feedbackId, CaseStep step) {
        if (step.transition() == Transition.REQUEST_SUPPLEMENT) {
            return Optional.of(of(
                    feedbackId,
                    step,
                    Kind.SUPPLEMENT_REQUEST,
                    Author.OFFICE,
                    step.reason().orElse(null)));
        }
        if (step.transition() == Transition.SUPPLEMENT) {
            return Optional.of(of(
                    feedbackId,
                    step,
                    Kind.SUPPLEMENT,
                    Author.SENDER,
                    step.supplement().orElse(null)));
        }
        if (step.transition() == Transition.REOPEN) {
            return Optional.of(of(
                    feedbackId,
                    step,
                    Kind.REOPENING,
                    Author.SENDER,
                    step.reason().orElse(null)));
        }
        return Optional.empty();
    }

    private static MessageView of(UUID feedbackId, CaseStep step, Kind kind, Author author, String text) {
        UUID id = UuidCreator.getNameBasedSha1(feedbackId, "step " + step.version());
        return new MessageView(id, kind, author, step.at(), step.by().name(), text);
    }

    /** As the sender sees it, who is told no names. */
    MessageView forSender() {
        return new MessageView(id, kind, author, at, null, text);
    }

    /** Omits the text, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "MessageView[" + id + "]";
    }
}
