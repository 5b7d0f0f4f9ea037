package vn.cchc.plan.calendar;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import vn.cchc.plan.plan.Actor;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/**
 * A change of the working calendar, as told to the services that count with it.
 *
 * @param authorityId none: it concerns all
 * @param revision    its number; of two tables the one with the higher number goes before the other
 * @param baseVersion the table that it changes
 * @param answerBy    until when counts are waited for
 * @param table       the whole table as it would be, or has become
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
                "vn.cchc.calendar." + revision.state().name().toLowerCase(Locale.ROOT) + ".v1",
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
                by.by(),
                revision.reason());
    }
}
