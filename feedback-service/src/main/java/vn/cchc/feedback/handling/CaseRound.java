package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A round of a feedback: from its arrival or reopening to its end.
 *
 * @param number from 1
 */
@Embeddable
public record CaseRound(
        @Column(name = "feedback_id") UUID feedbackId,
        @Column(name = "round") int number) {

    /** The current round. */
    static CaseRound of(Feedback feedback) {
        return new CaseRound(feedback.id(), feedback.round());
    }
}
