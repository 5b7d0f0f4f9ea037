package vn.cchc.reporting.projection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Voided;

/** One event handler per consumed topic. */
@Singleton
class Listeners {

    @Produces
    @Singleton
    EventHandler authorities(Projection projection) {
        return new Listener("cchc.authority", projection::authorities, projection);
    }

    @Produces
    @Singleton
    EventHandler plans(Projection projection) {
        return new Listener("cchc.plan", projection::plans, projection);
    }

    @Produces
    @Singleton
    EventHandler tasks(Projection projection) {
        return new Listener("cchc.task", projection::tasks, projection);
    }

    @Produces
    @Singleton
    EventHandler milestones(Projection projection) {
        return new Listener("cchc.milestone", projection::milestones, projection);
    }

    @Produces
    @Singleton
    EventHandler targetReadings(Projection projection) {
        return new Listener("cchc.target-reading", projection::targetReadings, projection);
    }

    @Produces
    @Singleton
    EventHandler feedback(Projection projection) {
        return new Listener("cchc.feedback", projection::feedback, projection);
    }

    private record Listener(String topic, Consumer<List<IncomingEvent>> effect, Projection projection)
            implements EventHandler {

        @Override
        public void apply(List<IncomingEvent> events) {
            effect.accept(events);
        }

        @Override
        public void voided(List<Voided> aggregates) {
            projection.setBack(aggregates);
        }
    }
}
