package vn.cchc.reporting.projection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A version of an aggregate as an event told it: its state from a moment on.
 *
 * @param version grows with each change of the aggregate
 * @param occurredAt business time of the change
 * @param firstRecordedOn the day on which the aggregate itself was first recorded; of feedback only, null for others
 * @param state this service's reading of the event, see the records beside this one
 */
public record HeardVersion<T>(UUID id, long version, OffsetDateTime occurredAt, LocalDate firstRecordedOn, T state) {

    public HeardVersion(UUID id, long version, OffsetDateTime occurredAt, T state) {
        this(id, version, occurredAt, null, state);
    }
}
