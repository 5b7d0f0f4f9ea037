package vn.cchc.feedback.handling;

import java.util.Optional;

/** A feedback with its sender and with the answer and referral of its current round, read in one statement. */
public record Case(
        Feedback feedback,
        FeedbackSender sender,
        Optional<FeedbackAnswer> answer,
        Optional<FeedbackReferral> referral) {

    Case answered(FeedbackAnswer given) {
        return new Case(feedback, sender, Optional.of(given), referral);
    }

    Case referred(FeedbackReferral made) {
        return new Case(feedback, sender, answer, Optional.of(made));
    }
}
