package vn.cchc.reporting.projection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A version of an aggregate from an event: its state from {@code occurredAt} on.
 *
 * @param version increases with each change of the aggregate
 * @param occurredAt business time of the change
 * @param firstRecordedOn day on which the aggregate was first recorded; null except for feedback
 * @param state the projection's view of the event, see the other records of this package
 */
public record HeardVersion<T>(UUID id, long version, OffsetDateTime occurredAt, LocalDate firstRecordedOn, T state) {

    public HeardVersion(UUID id, long version, OffsetDateTime occurredAt, T state) {
        this(id, version, occurredAt, null, state);
    }
}
