package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Voided;

/** Hears of reports: one that is sent fulfils its milestone, one that is returned reopens it. */
@ApplicationScoped
class ReportHandler implements EventHandler {

    private final ReportFacts facts;

    ReportHandler(ReportFacts facts) {
        this.facts = facts;
    }

    @Override
    public String topic() {
        return "cchc.report";
    }

    @Override
    public void apply(List<IncomingEvent> events) {
        facts.take(events);
    }

    @Override
    public void voided(List<Voided> aggregates) {
        facts.voided(aggregates);
    }
}
