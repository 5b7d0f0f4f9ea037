package vn.cchc.platform.recount;

import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.event.Ids;

/**
 * A service has completed a preview or a recount of its open due days.
 *
 * @param calendarId the revision of the calendar
 * @param version of the table
 * @param supersededBy version of the table that came into force before this count was complete; the rest is counted by
 *     its own recount. Null otherwise
 * @param at business time
 */
public record RecountResult(
        UUID calendarId, Stage stage, String version, Moves moves, String supersededBy, OffsetDateTime at) {

    /**
     * The published state, for the owner of the calendar.
     *
     * @param id the same for preview and recount of one revision
     * @param version 1 for the preview, 2 for the recount
     */
    record Published(
            UUID id,
            UUID authorityId,
            long version,
            OffsetDateTime occurredAt,
            UUID calendarId,
            Stage stage,
            String tableVersion,
            long open,
            long later,
            long earlier,
            long settled,
            long passedOver,
            String supersededBy) {}

    /**
     * The same as an event for the owner of the calendar.
     *
     * @param kind the service's kind of count, e.g. {@code feedback-recount}
     * @param service whose journal it is written in
     */
    public Change change(String kind, String service) {
        UUID id = Ids.derived(calendarId, kind);
        return new Change(
                kind,
                id,
                Change.NO_AUTHORITY,
                "vn.cchc." + kind + stage.event(),
                at,
                new Published(
                        id,
                        Change.NO_AUTHORITY,
                        stage.place(),
                        at,
                        calendarId,
                        stage,
                        version,
                        moves.open(),
                        moves.later(),
                        moves.earlier(),
                        moves.settled(),
                        moves.passedOver(),
                        supersededBy),
                null,
                new Actor(service, service),
                null);
    }
}
