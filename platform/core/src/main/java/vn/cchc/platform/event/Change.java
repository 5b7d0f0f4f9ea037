package vn.cchc.platform.event;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/**
 * A change of an aggregate, to be written into the {@link Journal} and told to other services.
 *
 * @param kind the kind of aggregate, e.g. {@code feedback}; the event goes to topic {@code cchc.<kind>}
 * @param id the aggregate, also the key of the record: events of one aggregate stay in order
 * @param authorityId whose it is, or {@link #NO_AUTHORITY}
 * @param type the CloudEvents type, {@code vn.cchc.<kind>.<past participle>.v1}
 * @param occurredAt business time of the change
 * @param state a record, the public state after the change, which the event carries as JSON; never personal data
 * @param detail a record that stays inside this service, or null; may hold personal data, the words of citizens among them
 * @param by who did it
 * @param reason why, as staff have put it; stays inside this service; may be null
 * @param heard whether it follows from what another service told: then this service knows it when it hears of it, otherwise
 *     when it occurred
 */
public record Change(
        String kind,
        UUID id,
        UUID authorityId,
        String type,
        OffsetDateTime occurredAt,
        Object state,
        Object detail,
        By by,
        String reason,
        boolean heard) {

    /** For what belongs to no authority and concerns all of them. */
    public static final UUID NO_AUTHORITY = new UUID(0, 0);

    /** What this service's own people have done, or it has done by itself. */
    public Change(
            String kind,
            UUID id,
            UUID authorityId,
            String type,
            OffsetDateTime occurredAt,
            Object state,
            Object detail,
            By by,
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

    /** The same as what follows from another service's fact. */
    public Change followingFact() {
        return new Change(kind, id, authorityId, type, occurredAt, state, detail, by, reason, true);
    }

    /**
     * Who did something.
     *
     * @param subject the subject of the token, or the name of a service; null for a citizen without an account
     * @param name as people call them; null where {@code subject} is
     */
    public record By(String subject, String name) {

        /** The sender of a feedback, who has no account. */
        public static final By CITIZEN = new By(null, null);
    }
}
