package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Voided;

/** Consumes feedback events: arms, accepts and waives the milestones of "… ngày sau khi nhận được PAKN". */
@ApplicationScoped
class FeedbackHandler implements EventHandler {

    private final FeedbackFacts facts;
    private final IssuingLock lock;

    FeedbackHandler(FeedbackFacts facts, IssuingLock lock) {
        this.facts = facts;
        this.lock = lock;
    }

    @Override
    public String topic() {
        return "cchc.feedback";
    }

    @Override
    public void apply(List<IncomingEvent> events) {
        lock.shared(FeedbackFacts.KIND, events);
        facts.take(events);
    }

    @Override
    public void voided(List<Voided> aggregates) {
        lock.shared(FeedbackFacts.KIND, aggregates.stream().map(Voided::lost).toList());
        facts.voided(aggregates);
    }
}
