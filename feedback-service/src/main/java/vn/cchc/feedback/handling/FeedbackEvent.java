package vn.cchc.feedback.handling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;

/**
 * Public state of a feedback as published. Excludes content, names and tracking code.
 *
 * @param occurredAt     business time of the change
 * @param number         in the register of {@code year}, the year of entry
 * @param classification unknown until accepted, refused or referred
 * @param dueAt          the moment before which an answer is in time, where the limit counts working hours; otherwise
 *     {@code null}: the end of {@code dueOn}
 * @param dueCalendar    version of the working-day table that {@code dueOn} was counted with
 * @param dueProvisional whether {@code dueOn} depends on a year that this table does not cover; it may then move
 * @param dueRolls       whether {@code dueOn} moves when another working-day table makes it a day off
 * @param extensions     how often the limit has been extended; all of it is in {@code dueOn}
 * @param dueMovedFrom   the due day before the last recount, if that moved it
 * @param pausedDays     days, or full hours, not counted, in the unit of the limit
 * @param pausedSince    first day of the current pause; the case is overdue only if it was due before that day. {@code null}
 *     for a limit in working hours that had run out when the pause began
 * @param unitId         the assigned unit
 * @param inTime         whether it was answered on or before {@code dueOn}, and before {@code dueAt}, in this round and in each before;
 *     unknown while unanswered
 * @param attachmentCount number of its files; nothing else of them is published
 * @param round          from 1; one more each time it is reopened
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
        OffsetDateTime dueAt,
        String dueCalendar,
        boolean dueProvisional,
        boolean dueRolls,
        LocalDate dueMovedFrom,
        int extensions,
        int pausedDays,
        LocalDate pausedSince,
        UUID unitId,
        OffsetDateTime answeredAt,
        LocalDate answeredOn,
        Boolean inTime,
        int attachmentCount,
        int round) {

    /** The current public state; call it once the version is final. */
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
                feedback.limitClock().dueWithinDay().orElse(null),
                feedback.limitClock().dueCalendar(),
                feedback.limitClock().dueProvisional(),
                feedback.limitClock().limit().endsOnWorkingDay(),
                feedback.limitClock().dueMovedFrom(),
                feedback.limitClock().extensions().size(),
                feedback.limitClock().pausedDays(),
                feedback.limitClock().pausedSince(),
                feedback.unitId().orElse(null),
                feedback.answeredAt().orElse(null),
                feedback.answeredOn().orElse(null),
                feedback.inTime().orElse(null),
                feedback.attachments(),
                feedback.round());
    }
}
