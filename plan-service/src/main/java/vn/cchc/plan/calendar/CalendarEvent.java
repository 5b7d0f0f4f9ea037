package vn.cchc.plan.calendar;

import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.plan.Transition;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/**
 * Event payload: a change of the working calendar, for the services that count due days.
 *
 * @param authorityId always absent: the calendar is common to all authorities
 * @param revision revision number; of two tables the higher number takes precedence
 * @param baseVersion version of the table it changes
 * @param answerBy deadline for the services' counts
 * @param table the complete new table
 */
record CalendarEvent(
        UUID id,
        UUID authorityId,
        long version,
        OffsetDateTime occurredAt,
        int revision,
        RevisionState state,
        int year,
        String baseVersion,
        String tableVersion,
        OffsetDateTime answerBy,
        CalendarTable table) {

    static final String KIND = "calendar";

    static Change of(CalendarRevision revision, Actor by) {
        OffsetDateTime occurredAt =
                revision.changedAt().atZone(VietnamTime.ZONE).toOffsetDateTime();
        return new Change(
                KIND,
                revision.id(),
                Change.NO_AUTHORITY,
                transition(revision.state()).eventType(),
                occurredAt,
                new CalendarEvent(
                        revision.id(),
                        Change.NO_AUTHORITY,
                        revision.version(),
                        occurredAt,
                        revision.revision(),
                        revision.state(),
                        revision.year(),
                        revision.baseVersion(),
                        revision.tableVersion(),
                        revision.answerBy().atZone(VietnamTime.ZONE).toOffsetDateTime(),
                        revision.table()),
                null,
                by,
                revision.reason());
    }

    /** The transition that leads to the state. */
    private static Transition transition(RevisionState state) {
        return switch (state) {
            case PROPOSED -> Transition.PROPOSE;
            case APPLIED -> Transition.APPLY;
            case WITHDRAWN -> Transition.WITHDRAW;
        };
    }
}
