package vn.cchc.feedback.handling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;

/**
 * What others hear of a feedback: its public state. No content, no name, no tracking code.
 *
 * @param occurredAt     when it became so
 * @param number         in the register of {@code year}, the year of entry
 * @param classification unknown until it is accepted, refused or referred
 * @param dueCalendar    version of the table of working days that {@code dueOn} was counted with
 * @param dueProvisional whether {@code dueOn} rests on a year that this table did not cover: then it may move
 * @param dueRolls       whether {@code dueOn} moves when another table of working days makes it a day off
 * @param dueMovedFrom   the day before the working days were last counted anew, where it has moved then
 * @param pausedDays     days, in the unit of the limit, that did not count
 * @param pausedSince    the first day of the pause under way: what was due before it is overdue, all else waits
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
        String dueCalendar,
        boolean dueProvisional,
        boolean dueRolls,
        LocalDate dueMovedFrom,
        int pausedDays,
        LocalDate pausedSince,
        UUID unitId,
        OffsetDateTime answeredAt,
        LocalDate answeredOn,
        Boolean inTime) {

    /** The public state as it is; to be called when the version is final. */
    static FeedbackEvent of(Feedback feedback) {
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
                feedback.limitClock().dueOn(),
                feedback.limitClock().dueCalendar(),
                feedback.limitClock().dueProvisional(),
                feedback.limitClock().limit().endsOnWorkingDay(),
                feedback.limitClock().dueMovedFrom(),
                feedback.limitClock().pausedDays(),
                feedback.limitClock().pausedSince(),
                feedback.unitId().orElse(null),
                feedback.answeredAt().orElse(null),
                feedback.answeredOn().orElse(null),
                feedback.inTime().orElse(null));
    }
}
