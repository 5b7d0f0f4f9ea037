package vn.cchc.feedback.handling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A feedback with its sender and with the answer and referral of its current round, read in one statement.
 *
 * @param earlier the rounds before, oldest first; empty unless it was reopened
 */
public record Case(
        Feedback feedback,
        FeedbackSender sender,
        Optional<FeedbackAnswer> answer,
        Optional<FeedbackReferral> referral,
        List<EarlierRound> earlier) {

    /** A round before, with its answer. */
    public record EarlierRound(FeedbackRound round, FeedbackAnswer answer) {}

    Case answered(FeedbackAnswer given) {
        return new Case(feedback, sender, Optional.of(given), referral, earlier);
    }

    Case referred(FeedbackReferral made) {
        return new Case(feedback, sender, answer, Optional.of(made), earlier);
    }

    Case reopened(FeedbackRound ended) {
        return new Case(
                feedback,
                sender,
                Optional.empty(),
                referral,
                Stream.concat(earlier.stream(), Stream.of(new EarlierRound(ended, answer.orElseThrow())))
                        .toList());
    }
}
