package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

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

    FeedbackAnswer(Feedback feedback, AnswerFeedback request) {
        this.round = CaseRound.of(feedback);
        this.authorityId = feedback.authorityId();
        this.text = request.text();
        this.documentNumber = request.documentNumber();
        this.documentDate = request.documentDate();
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
