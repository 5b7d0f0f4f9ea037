package vn.cchc.plan.calendar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.event.Voided;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.Stage;

/** Consumes the counts of other services for revisions of the working calendar. */
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

    /** Tolerant reader of the event. */
    record Count(
            UUID calendarId,
            Stage stage,
            OffsetDateTime occurredAt,
            Long open,
            Long later,
            Long earlier,
            Long settled,
            Long passedOver,
            String supersededBy) {

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

        Moves moves() {
            return new Moves(open, later, earlier, settled, passedOver == null ? 0 : passedOver);
        }
    }

    private record Listener(String topic, String service, RevisionRepository revisions) implements EventHandler {

        /**
         * A service whose counts are lost by a restore counts again. Until then the last valid count, if any, is shown.
         */
        @Override
        public void voided(List<Voided> aggregates) {
            for (Voided voided : aggregates) {
                revisions.forget(voided.lost().as(Count.class).calendarId(), service);
                voided.last().ifPresent(last -> apply(List.of(last)));
            }
        }

        @Override
        public void apply(List<IncomingEvent> events) {
            for (IncomingEvent event : events) {
                Count count = event.as(Count.class);
                revisions.keep(
                        count.calendarId(),
                        new RevisionRepository.Count(
                                service, count.stage(), count.moves(), count.supersededBy(), count.occurredAt()));
            }
        }
    }
}
