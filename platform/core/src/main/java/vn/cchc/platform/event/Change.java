package vn.cchc.platform.event;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/**
 * A change of an aggregate, to be written into the {@link Journal} and told to other services.
 *
 * @param kind the kind of aggregate, e.g. {@code feedback}; the event goes to topic {@code cchc.<kind>}
 * @param id the aggregate, also the key of the record: events of one aggregate stay in order
 * @param authorityId whose it is
 * @param type the CloudEvents type, {@code vn.cchc.<kind>.<past participle>.v1}
 * @param occurredAt business time of the change
 * @param state a record, the public state after the change, which the event carries as JSON; never personal data
 * @param detail a record that stays inside this service, or null; may hold personal data
 * @param by who did it
 * @param reason why, as somebody has put it; stays inside this service; may be null
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
        String reason) {

    public Change {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(authorityId, "authorityId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(by, "by");
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
