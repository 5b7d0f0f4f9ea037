package vn.cchc.plan.calendar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.Stage;

/** Hears what the other services have counted for a change of the working calendar. */
@Singleton
class CountEvents {

    @Produces
    @Singleton
    EventHandler feedback(RevisionRepository revisions) {
        return new Listener("cchc.feedback-recount", "feedback-service", revisions);
    }

    @Produces
    @Singleton
    EventHandler reports(RevisionRepository revisions) {
        return new Listener("cchc.report-recount", "reporting-service", revisions);
    }

    /** What is read of an event. */
    record Count(
            UUID calendarId,
            Stage stage,
            OffsetDateTime occurredAt,
            Long open,
            Long later,
            Long earlier,
            Long settled) {

        Count {
            if (calendarId == null
                    || stage == null
                    || occurredAt == null
                    || open == null
                    || later == null
                    || earlier == null
                    || settled == null) {
                throw new UnreadableEvent(
                        "calendarId, stage, occurredAt, open, later, earlier and settled are needed", null);
            }
        }
    }

    private record Listener(String topic, String service, RevisionRepository revisions) implements EventHandler {

        @Override
        public void apply(List<IncomingEvent> events) {
            for (IncomingEvent event : events) {
                Count count = event.as(Count.class);
                revisions.keep(
                        count.calendarId(),
                        service,
                        count.stage(),
                        new Moves(count.open(), count.later(), count.earlier(), count.settled()),
                        count.occurredAt());
            }
        }
    }
}
