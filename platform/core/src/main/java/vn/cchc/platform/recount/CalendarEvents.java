package vn.cchc.platform.recount;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.event.Voided;

/** Consumes the working calendar's events: a proposed table starts a preview, an applied one comes into force. */
@ApplicationScoped
class CalendarEvents implements EventHandler {

    private final WorkingCalendars calendars;
    private final Recounts recounts;

    CalendarEvents(WorkingCalendars calendars, Recounts recounts) {
        this.calendars = calendars;
        this.recounts = recounts;
    }

    /** The consumer's record of a revision. */
    record Revision(UUID id, Integer revision, State state, String baseVersion, CalendarTable table) {

        enum State {
            PROPOSED,
            APPLIED,
            WITHDRAWN
        }

        Revision {
            if (id == null || revision == null || revision < 1 || state == null || table == null) {
                throw new UnreadableEvent("id, revision, state and table are needed", null);
            }
        }
    }

    @Override
    public String topic() {
        return "cchc.calendar";
    }

    /** Takes a lost table out of force and recounts open due days with the previous one. */
    @Override
    public void voided(List<Voided> aggregates) {
        for (Voided voided : aggregates) {
            Revision lost = voided.lost().as(Revision.class);
            recounts.forget(lost.id());
            if (lost.state() == Revision.State.APPLIED) {
                calendars.lose(lost.table().version(), lost.revision());
                UUID countedBack = Ids.derived(lost.id(), "epoch " + voided.epoch());
                // A rebuild from the topic delivers the loss again.
                recounts.forget(countedBack);
                recounts.recount(countedBack, calendars.inForce().version());
            }
            voided.last().ifPresent(last -> apply(List.of(last)));
        }
    }

    private void add(Revision revision) {
        try {
            calendars.add(revision.table(), revision.revision());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(e.getMessage(), e);
        }
    }

    @Override
    public void apply(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            Revision revision = event.as(Revision.class);
            switch (revision.state()) {
                case PROPOSED -> recounts.preview(revision.id(), revision.baseVersion(), revision.table());
                case WITHDRAWN -> recounts.endPreview(revision.id());
                case APPLIED -> {
                    add(revision);
                    recounts.endPreview(revision.id());
                    recounts.recount(revision.id(), revision.table().version());
                }
            }
        }
    }
}
