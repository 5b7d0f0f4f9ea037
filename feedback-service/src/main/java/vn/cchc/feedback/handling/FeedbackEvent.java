package vn.cchc.feedback.handling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Transition;
import vn.cchc.platform.event.OutgoingEvent;

/**
 * What others hear of a feedback: its public state. No content, no name, no tracking code.
 *
 * @param occurredAt     when it became so
 * @param number         in the register of {@code year}, the year of entry
 * @param classification unknown until it is accepted, refused or referred
 * @param unitId         the unit that handles it, once assigned
 * @param inTime         whether it was answered on or before {@code dueOn}, once answered
 */
public record FeedbackEvent(
        UUID id,
        UUID authorityId,
        int version,
        OffsetDateTime occurredAt,
        int number,
        int year,
        Channel channel,
        Kind kind,
        Classification classification,
        State state,
        OffsetDateTime receivedAt,
        LocalDate receivedOn,
        LocalDate dueOn,
        UUID unitId,
        OffsetDateTime answeredAt,
        LocalDate answeredOn,
        Boolean inTime) {

    /** The event that tells of a transition just made; to be called when the version is final. */
    public static OutgoingEvent of(Transition transition, Feedback feedback) {
        return new OutgoingEvent(
                "feedback", feedback.id(), transition.eventType(), feedback.changedAt(), stateOf(feedback));
    }

    private static FeedbackEvent stateOf(Feedback feedback) {
        return new FeedbackEvent(
                feedback.id(),
                feedback.authorityId(),
                feedback.version(),
                feedback.changedAt(),
                feedback.registerNumber(),
                feedback.registerYear(),
                feedback.channel(),
                feedback.kind(),
                feedback.classification().orElse(null),
                feedback.state(),
                feedback.receivedAt(),
                feedback.receivedOn(),
                feedback.dueOn(),
                feedback.unitId().orElse(null),
                feedback.answeredAt().orElse(null),
                feedback.answeredOn().orElse(null),
                feedback.inTime().orElse(null));
    }
}
