package vn.cchc.feedback.handling;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Transition;

/**
 * A step in the history of a feedback: what was done, by whom, when and why.
 *
 * @param version of the feedback after it
 * @param state of the feedback after it
 * @param at business time; of the arrival that of the entry
 * @param reason as staff, or the sender who takes it back, put it
 * @param supplement what the sender has sent because it was asked for
 * @param unitId the unit it was assigned to by this step
 * @param person in that unit
 */
public record CaseStep(
        int version,
        Transition transition,
        State state,
        OffsetDateTime at,
        Actor by,
        Optional<String> reason,
        Optional<String> supplement,
        Optional<UUID> unitId,
        Optional<String> person) {

    /** The entry of a feedback. */
    static CaseStep received(Occasion entered) {
        return of(1, Transition.RECEIVE, State.RECEIVED, null, entered);
    }

    static CaseStep of(int version, Transition transition, State state, String reason, Occasion occasion) {
        return new CaseStep(
                version,
                transition,
                state,
                occasion.at(),
                occasion.by(),
                Optional.ofNullable(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    CaseStep with(String sentBySender) {
        return new CaseStep(
                version, transition, state, at, by, reason, Optional.ofNullable(sentBySender), unitId, person);
    }

    CaseStep assignedTo(UUID toUnit, String toPerson) {
        return new CaseStep(
                version,
                transition,
                state,
                at,
                by,
                reason,
                supplement,
                Optional.of(toUnit),
                Optional.ofNullable(toPerson));
    }
}
