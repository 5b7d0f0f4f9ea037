package vn.cchc.feedback.handling;

import java.util.Optional;

/**
 * A case of the register.
 *
 * @param one without its earlier rounds
 * @param before the round before that of then; empty unless it had been reopened by then
 * @param then how it stood at the end of a past day; empty where it is asked for as it is now, or has not changed since
 */
public record RegisterRow(Case one, Optional<FeedbackRound> before, Optional<Then> then) {

    /**
     * A past state, from the journal.
     *
     * @param state the public state, as JSON
     * @param person then in charge
     */
    public record Then(String state, Optional<String> person) {}
}
