package vn.cchc.feedback.handling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Transition;
import vn.cchc.platform.event.Actor;

/**
 * A step in the history of a feedback.
 *
 * @param version of the feedback after the step
 * @param state of the feedback after the step
 * @param at business time; for the arrival, the time of entry
 * @param reason as stated by staff or by the withdrawing sender
 * @param supplement what the sender supplied on request
 * @param unitId the unit assigned by this step
 * @param person in that unit
 * @param extension how much longer, in the unit of the limit: asked for, or granted
 * @param draftedBy who wrote the answer that the leader released
 * @param draftCameBack whether the draft of the answer, which was with the leader, came back to the office by this step, as the
 *     case got another state or another unit
 * @param dueOn the due day after the step; empty in steps from before it was kept
 * @param dueAt the due moment after the step, where the limit counts working hours
 * @param dueCalendar the table of working days that both were counted with
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
        Optional<String> person,
        Optional<Integer> extension,
        Optional<String> draftedBy,
        boolean draftCameBack,
        Optional<LocalDate> dueOn,
        Optional<OffsetDateTime> dueAt,
        Optional<String> dueCalendar) {

    /** The entry of a feedback. */
    static CaseStep received(ChangeContext entered, Optional<String> note) {
        return of(1, Transition.RECEIVE, State.RECEIVED, note.orElse(null), entered);
    }

    static CaseStep of(int version, Transition transition, State state, String reason, ChangeContext context) {
        return new CaseStep(
                version,
                transition,
                state,
                context.at(),
                context.by(),
                Optional.ofNullable(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    CaseStep with(String sentBySender) {
        return new CaseStep(
                version,
                transition,
                state,
                at,
                by,
                reason,
                Optional.ofNullable(sentBySender),
                unitId,
                person,
                extension,
                draftedBy,
                draftCameBack,
                dueOn,
                dueAt,
                dueCalendar);
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
                Optional.ofNullable(toPerson),
                extension,
                draftedBy,
                draftCameBack,
                dueOn,
                dueAt,
                dueCalendar);
    }

    /** @param amount asked for, or granted, in the unit of the limit */
    CaseStep extending(int amount) {
        return new CaseStep(
                version,
                transition,
                state,
                at,
                by,
                reason,
                supplement,
                unitId,
                person,
                Optional.of(amount),
                draftedBy,
                draftCameBack,
                dueOn,
                dueAt,
                dueCalendar);
    }

    /** @param name of who wrote the answer that is released */
    CaseStep drafted(String name) {
        return new CaseStep(
                version,
                transition,
                state,
                at,
                by,
                reason,
                supplement,
                unitId,
                person,
                extension,
                Optional.of(name),
                draftCameBack,
                dueOn,
                dueAt,
                dueCalendar);
    }

    /** The draft of the answer comes back to the office by it. */
    CaseStep withDraftBack() {
        return new CaseStep(
                version,
                transition,
                state,
                at,
                by,
                reason,
                supplement,
                unitId,
                person,
                extension,
                draftedBy,
                true,
                dueOn,
                dueAt,
                dueCalendar);
    }
}
