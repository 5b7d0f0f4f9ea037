package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.cchc.platform.event.Journal;

/**
 * Business time of changes caused by other services' events: the time of the fact, not of its receipt. Days that this
 * service has marked as complete stay immutable: a fact received after the mark is dated to the start of the next day.
 */
@ApplicationScoped
class FactTime {

    private final Journal journal;

    FactTime(Journal journal) {
        this.journal = journal;
    }

    /** Lower bound for the business time of changes in the current transaction. */
    Instant earliest() {
        return journal.openSince().map(OffsetDateTime::toInstant).orElse(Instant.MIN);
    }

    static Instant notBefore(Instant time, Instant earliest) {
        return time.isBefore(earliest) ? earliest : time;
    }
}
