package vn.cchc.reporting.projection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;

/** One handler for each topic that reporting hears. */
@Singleton
class Listeners {

    @Produces
    @Singleton
    EventHandler authorities(Projection projection) {
        return new Listener("cchc.authority", projection::authorities);
    }

    @Produces
    @Singleton
    EventHandler plans(Projection projection) {
        return new Listener("cchc.plan", projection::plans);
    }

    @Produces
    @Singleton
    EventHandler tasks(Projection projection) {
        return new Listener("cchc.task", projection::tasks);
    }

    @Produces
    @Singleton
    EventHandler milestones(Projection projection) {
        return new Listener("cchc.milestone", projection::milestones);
    }

    @Produces
    @Singleton
    EventHandler targetReadings(Projection projection) {
        return new Listener("cchc.target-reading", projection::targetReadings);
    }

    @Produces
    @Singleton
    EventHandler feedback(Projection projection) {
        return new Listener("cchc.feedback", projection::feedback);
    }

    private record Listener(String topic, Consumer<List<IncomingEvent>> effect) implements EventHandler {

        @Override
        public void apply(List<IncomingEvent> events) {
            effect.accept(events);
        }
    }
}
