package vn.cchc.platform.event;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An aggregate's public state as of a version, to be sent to topic {@code cchc.<aggregateType>}.
 *
 * @param aggregateType the kind of aggregate, e.g. {@code feedback}
 * @param aggregateId the aggregate, also the key of the record: events of one aggregate stay in order
 * @param type the CloudEvents type, {@code vn.cchc.<aggregate>.<past participle>.v1}
 * @param occurredAt business time of the change
 * @param payload a record that becomes the JSON body; never personal data
 */
public record OutgoingEvent(
        String aggregateType, UUID aggregateId, String type, OffsetDateTime occurredAt, Object payload) {}
