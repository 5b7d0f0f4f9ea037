package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Voided;

/** Consumes report events: a sent report fulfils its milestone, a returned one reopens it. */
@ApplicationScoped
class ReportHandler implements EventHandler {

    /** The report has adopted its milestone's new due day; nothing follows for the milestone. */
    private static final String REDATED = "vn.cchc.report.redated.v1";

    private final ReportFacts facts;
    private final IssuingLock lock;

    ReportHandler(ReportFacts facts, IssuingLock lock) {
        this.facts = facts;
        this.lock = lock;
    }

    @Override
    public String topic() {
        return "cchc.report";
    }

    @Override
    public void apply(List<IncomingEvent> events) {
        lock.shared(ReportFacts.KIND, events);
        facts.take(
                events.stream().filter(event -> !event.type().equals(REDATED)).toList());
    }

    @Override
    public void voided(List<Voided> aggregates) {
        lock.shared(ReportFacts.KIND, aggregates.stream().map(Voided::lost).toList());
        facts.voided(aggregates);
    }
}
