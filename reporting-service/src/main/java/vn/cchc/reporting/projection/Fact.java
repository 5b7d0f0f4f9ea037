package vn.cchc.reporting.projection;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What an event told: the state of an aggregate from a moment on.
 *
 * @param version grows with each change of the aggregate
 * @param occurredAt business time of the change
 * @param state this service's reading of the event, see the records beside this one
 */
public record Fact<T>(UUID id, long version, OffsetDateTime occurredAt, T state) {}
