package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.VietnamTime;

/**
 * The draft of an answer to a feedback, of which there is one at most. Staff alone see it; it is in no event. Whoever writes it has locked
 * the feedback. The database deletes it when the feedback is answered or ends otherwise, whichever version does so.
 */
@Entity
@DynamicUpdate
@Table(name = "answer_draft")
class AnswerDraft {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @Column(name = "feedback_id", updatable = false)
    private UUID feedbackId;

    @Column(name = "authority_id", updatable = false)
    private UUID authorityId;

    private String text;

    @Column(name = "document_number")
    private String documentNumber;

    @Column(name = "document_date")
    private LocalDate documentDate;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private String writtenBy;

    @Column(name = "written_by_name")
    private String writtenByName;

    @Column(name = "returned_at")
    private Instant returnedAt;

    @Column(name = "returned_by_name")
    private String returnedByName;

    @Column(name = "return_reason")
    private String returnReason;

    protected AnswerDraft() {}

    /** @throws Problem as {@link #write} */
    AnswerDraft(Feedback feedback, AnswerFeedback wanted, ChangeContext context) {
        this.id = Ids.next();
        this.feedbackId = feedback.id();
        this.authorityId = feedback.authorityId();
        write(feedback, wanted, context);
    }

    /**
     * Writes it anew. The reason of its return stays until it is handed in again.
     *
     * @throws Problem 422 where number and day of the document are none of an answer
     */
    final void write(Feedback feedback, AnswerFeedback wanted, ChangeContext context) {
        FeedbackAnswer.requireDocument(feedback, wanted, context.day());
        text = wanted.text();
        documentNumber = wanted.documentNumber();
        documentDate = wanted.documentDate();
        writtenAt = context.at().toInstant();
        writtenBy = context.by().subject();
        writtenByName = context.by().name();
    }

    /**
     * Requires that it is as the caller has read it, before it is handed in or released.
     *
     * @param seen version that the caller has read
     * @throws Problem 409 where it has changed since
     */
    void requireRead(int seen) {
        if (seen != version) {
            throw Problem.conflict(
                    "draft-changed",
                    BilingualText.of(
                            "Dự thảo đã thay đổi (phiên bản " + version
                                    + "). Hãy đọc lại trước khi trình hoặc ban hành.",
                            "The draft has changed (version " + version
                                    + "). Read it before handing it in or releasing it."));
        }
    }

    /** Notes that it is handed in. */
    void submitted() {
        returnedAt = null;
        returnedByName = null;
        returnReason = null;
    }

    void returned(String reason, ChangeContext context) {
        returnedAt = context.at().toInstant();
        returnedByName = context.by().name();
        returnReason = reason;
    }

    /** The answer that a release makes of it. */
    AnswerFeedback released(ReleaseAnswer wanted) {
        return wanted.documentNumber() == null && wanted.documentDate() == null
                ? new AnswerFeedback(text, documentNumber, documentDate)
                : new AnswerFeedback(text, wanted.documentNumber(), wanted.documentDate());
    }

    /** 409: there is no draft that could be handed in. */
    static Problem missing() {
        return Problem.conflict(
                "no-draft",
                BilingualText.of(
                        "Chưa có dự thảo trả lời. Hãy soạn trước (answer-drafts).",
                        "There is no draft of the answer yet. Write one first (answer-drafts)."));
    }

    /** A return by the leader. */
    record Return(OffsetDateTime at, String by, String reason) {}

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String text() {
        return text;
    }

    Optional<String> documentNumber() {
        return Optional.ofNullable(documentNumber);
    }

    Optional<LocalDate> documentDate() {
        return Optional.ofNullable(documentDate);
    }

    OffsetDateTime writtenAt() {
        return VietnamTime.local(writtenAt);
    }

    /** Display name of who wrote it last. */
    String writtenByName() {
        return writtenByName;
    }

    /** The last return, until it is handed in again. */
    Optional<Return> lastReturn() {
        return Optional.ofNullable(returnedAt)
                .map(at -> new Return(VietnamTime.local(at), returnedByName, returnReason));
    }
}
