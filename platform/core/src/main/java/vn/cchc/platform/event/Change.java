package vn.cchc.platform.event;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/**
 * A change of an aggregate, to be written into the {@link Journal} and published.
 *
 * @param kind the kind of aggregate, e.g. {@code feedback}; the event goes to topic {@code cchc.<kind>}
 * @param id the aggregate; also the record key, so that events of one aggregate stay in order
 * @param authorityId the authority it belongs to, or {@link #NO_AUTHORITY}
 * @param type the CloudEvents type, {@code vn.cchc.<kind>.<past participle>.v1}
 * @param occurredAt business time of the change
 * @param state a record, the public state after the change, published as JSON; never personal data
 * @param detail a record that stays inside this service, or null; may hold personal data, citizens' texts among them
 * @param by the author
 * @param reason as worded by staff; stays inside this service; may be null
 * @param heard whether it results from another service's event: it is then recorded as known at the time of
 *     consumption, otherwise at the time it occurred
 */
public record Change(
        String kind,
        UUID id,
        UUID authorityId,
        String type,
        OffsetDateTime occurredAt,
        Object state,
        Object detail,
        Actor by,
        String reason,
        boolean heard) {

    /** For aggregates that belong to no authority and concern all of them. */
    public static final UUID NO_AUTHORITY = new UUID(0, 0);

    /** A change made by this service or its users. */
    public Change(
            String kind,
            UUID id,
            UUID authorityId,
            String type,
            OffsetDateTime occurredAt,
            Object state,
            Object detail,
            Actor by,
            String reason) {
        this(kind, id, authorityId, type, occurredAt, state, detail, by, reason, false);
    }

    public Change {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(authorityId, "authorityId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(by, "by");
    }

    /** The same as the result of another service's event. */
    public Change followingFact() {
        return new Change(kind, id, authorityId, type, occurredAt, state, detail, by, reason, true);
    }
}
