package vn.cchc.feedback.escalation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.event.Ids;

/**
 * A decided step as published on {@code cchc.reminder}. An aggregate of its own, so that no case changes overnight: its id is
 * derived from case, due day and step, and it never changes.
 *
 * @param version always 1
 * @param toAuthorityId whose the recipient is; {@code null} where no authority stands above
 * @param overtaken whether a later step of the same recipient was reached at the same time, so that it is not told
 */
public record ReminderEvent(
        UUID id,
        UUID authorityId,
        int version,
        OffsetDateTime occurredAt,
        UUID feedbackId,
        LocalDate dueOn,
        String step,
        int workingDays,
        Recipient recipient,
        UUID toAuthorityId,
        boolean overtaken) {

    /** Aggregate kind in the journal; events are published to {@code cchc.reminder}. */
    private static final String KIND = "reminder";

    private static final String DECIDED = "vn.cchc.reminder.decided.v1";

    static Change of(ReminderTables.Reached decided, Actor by) {
        ReminderEvent state = new ReminderEvent(
                Ids.derived(decided.feedbackId(), KIND + " " + decided.dueOn() + " " + decided.step()),
                decided.authorityId(),
                1,
                decided.decidedAt(),
                decided.feedbackId(),
                decided.dueOn(),
                decided.step(),
                decided.workingDays(),
                decided.recipient(),
                decided.toAuthorityId(),
                !decided.current());
        return new Change(KIND, state.id(), state.authorityId(), DECIDED, state.occurredAt(), state, null, by, null);
    }
}
