package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.cchc.platform.http.Problem;

/** The authority's answer in a round. */
@Entity
@Immutable
@Table(name = "feedback_answer")
public class FeedbackAnswer {

    @EmbeddedId
    private CaseRound round;

    @Column(name = "authority_id")
    private UUID authorityId;

    private String text;

    @Column(name = "document_number")
    private String documentNumber;

    @Column(name = "document_date")
    private LocalDate documentDate;

    protected FeedbackAnswer() {}

    /**
     * @param today the day of the answer
     * @throws Problem 422 where only one of number and day of the document is given, or the day is not from the arrival to today
     */
    FeedbackAnswer(Feedback feedback, AnswerFeedback request, LocalDate today) {
        requireDocument(feedback, request, today);
        this.round = CaseRound.of(feedback);
        this.authorityId = feedback.authorityId();
        this.text = request.text();
        this.documentNumber = request.documentNumber();
        this.documentDate = request.documentDate();
    }

    /** The same answer to another feedback of the same matter, which may have arrived after the day of the document. */
    FeedbackAnswer(Feedback feedback, FeedbackAnswer same) {
        this.round = CaseRound.of(feedback);
        this.authorityId = feedback.authorityId();
        this.text = same.text;
        this.documentNumber = same.documentNumber;
        this.documentDate = same.documentDate;
    }

    /** @throws Problem as the constructor */
    static void requireDocument(Feedback feedback, AnswerFeedback request, LocalDate today) {
        if ((request.documentNumber() == null) != (request.documentDate() == null)) {
            throw Problem.invalid(
                    request.documentNumber() == null ? "documentNumber" : "documentDate",
                    "Số và ngày văn bản phải đi cùng nhau.",
                    "Number and day of the document go together.");
        }
        if (request.documentDate() != null
                && (request.documentDate().isAfter(today)
                        || request.documentDate().isBefore(feedback.receivedOn()))) {
            throw Problem.invalid(
                    "documentDate", "Phải từ ngày tiếp nhận đến hôm nay.", "Must be from the day of arrival to today.");
        }
    }

    public CaseRound round() {
        return round;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public String text() {
        return text;
    }

    public Optional<String> documentNumber() {
        return Optional.ofNullable(documentNumber);
    }

    public Optional<LocalDate> documentDate() {
        return Optional.ofNullable(documentDate);
    }
}
