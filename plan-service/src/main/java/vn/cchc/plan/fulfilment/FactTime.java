package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.cchc.platform.event.Journal;

/**
 * When something happened that follows from what another service told: when the fact did, not when it was heard. The days
 * that this service has marked as complete stay as they are: what is heard behind the mark happened when the next day began.
 */
@ApplicationScoped
class FactTime {

    private final Journal journal;

    FactTime(Journal journal) {
        this.journal = journal;
    }

    /** The earliest time at which something may happen in the transaction under way. */
    Instant earliest() {
        return journal.openSince().map(OffsetDateTime::toInstant).orElse(Instant.MIN);
    }

    static Instant notBefore(Instant time, Instant earliest) {
        return time.isBefore(earliest) ? earliest : time;
    }
}
