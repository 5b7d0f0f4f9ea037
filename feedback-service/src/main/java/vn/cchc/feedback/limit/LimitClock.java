package vn.cchc.feedback.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.feedback.State;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * The limit of a case as it runs: the policy it is by, the states the case has been in, and when the answer is due by both.
 * Immutable; each step gives the clock that comes of it. Pauses and due day are always counted from the spans, so that another
 * policy, or another table of working days, needs nothing else.
 *
 * @param policyId       the policy that the limit was copied from
 * @param spans          the states from the arrival on, oldest first; none of a case that had its end before they were kept
 * @param pausedDays     days of the pauses that are over, in the unit of the limit
 * @param pausedSince    the first day of the pause under way; {@code null} where there is none
 * @param dueOn          the last day on which an answer is in time
 * @param dueAt          the moment before which an answer is in time: of a limit in days the end of its last day
 * @param dueCalendar    version of the table of working days that both were counted with
 * @param dueProvisional whether they rest on a year that this table does not cover
 * @param dueMovedFrom   the due day before the working days were last counted anew, where it has moved then; else {@code null}
 */
@Embeddable
public record LimitClock(
        @Column(name = "policy_id", nullable = false) UUID policyId,

        @Embedded HandlingLimit limit,

        @Column(name = "state_spans") @Convert(converter = SpansAsText.class)
        List<StateSpan> spans,

        @Column(name = "paused_days", nullable = false) int pausedDays,
        @Column(name = "paused_since") LocalDate pausedSince,
        @Column(name = "due_on", nullable = false) LocalDate dueOn,
        @Column(name = "due_at") Instant dueAt,
        @Column(name = "due_calendar", nullable = false) String dueCalendar,

        @Column(name = "due_provisional", nullable = false) boolean dueProvisional,

        @Column(name = "due_moved_from") LocalDate dueMovedFrom) {

    public LimitClock {
        spans = spans == null ? List.of() : List.copyOf(spans);
        // What had its end before the moment was kept was due in days.
        dueAt = dueAt == null ? HandlingLimit.endOf(dueOn) : dueAt;
    }

    /** Starts with the arrival. */
    public static LimitClock started(HandlingPolicy policy, Instant arrivedAt, WorkingCalendar calendar) {
        return count(policy.id(), policy.limit(), List.of(new StateSpan(State.RECEIVED, arrivedAt)), calendar);
    }

    /**
     * The case comes into a state: where that pauses the limit it stops, where it ends a pause it goes on and is due later. Else
     * what is due stays as it was counted, whatever table of working days is in force by now.
     */
    public LimitClock in(State state, Instant from, WorkingCalendar calendar) {
        if (state == spans.get(spans.size() - 1).state()) {
            return this;
        }
        List<StateSpan> longer = Stream.concat(spans.stream(), Stream.of(new StateSpan(state, from)))
                .toList();
        LocalDate nowPausedSince = Pauses.of(limit, longer).since();
        if (pausedSince != null && nowPausedSince == null) {
            return moved(count(policyId, limit, longer, calendar));
        }
        return new LimitClock(
                policyId,
                limit,
                longer,
                pausedDays,
                nowPausedSince,
                dueOn,
                dueAt,
                dueCalendar,
                dueProvisional,
                dueMovedFrom);
    }

    /** The same states under another policy, from the arrival on: it may pause where this one does not. */
    public LimitClock under(HandlingPolicy policy, WorkingCalendar calendar) {
        return policy.id().equals(policyId) ? this : moved(count(policy.id(), policy.limit(), spans, calendar));
    }

    /** The same with another table of working days. What was told of the due day before is remembered where it moves. */
    public LimitClock countedWith(WorkingCalendar calendar) {
        LimitClock anew = count(policyId, limit, spans, calendar);
        return anew.movedFrom(anew.dueOn.equals(dueOn) ? dueMovedFrom : dueOn);
    }

    /** Moved by a pause or a policy, a due day is no longer the one that a table of working days has moved. */
    private LimitClock moved(LimitClock anew) {
        return anew.movedFrom(anew.dueOn.equals(dueOn) ? dueMovedFrom : null);
    }

    private LimitClock movedFrom(LocalDate day) {
        return new LimitClock(
                policyId, limit, spans, pausedDays, pausedSince, dueOn, dueAt, dueCalendar, dueProvisional, day);
    }

    private static LimitClock count(
            UUID policyId, HandlingLimit limit, List<StateSpan> spans, WorkingCalendar calendar) {
        Pauses pauses = Pauses.of(limit, spans);
        int pausedDays = pauses.days(limit, calendar);
        DueDay due = limit.dueAfter(spans.get(0).firstDay(), pausedDays, calendar);
        return new LimitClock(
                policyId,
                limit,
                spans,
                pausedDays,
                pauses.since(),
                due.dueOn(),
                HandlingLimit.endOf(due.dueOn()),
                due.explanation().tableVersion(),
                due.provisional() || pauses.areProvisional(limit, calendar),
                null);
    }

    /** Whether the other one says something else to whoever waits: when it is due, whether that may move, or the days of pause. */
    public boolean tellsOtherThan(LimitClock other) {
        return !dueAt.equals(other.dueAt) || dueProvisional != other.dueProvisional || pausedDays != other.pausedDays;
    }

    /** The due day with its explanation, by a table of working days. */
    public DueDay dueDay(LocalDate arrivedOn, WorkingCalendar calendar) {
        return limit.dueAfter(arrivedOn, pausedDays, calendar);
    }

    /** Whether an answer given at that moment is in time. */
    public boolean inTime(OffsetDateTime answeredAt) {
        return HandlingLimit.inTime(answeredAt.toInstant(), dueAt);
    }

    /** Whether it is overdue at that moment, as long as there is no end. */
    public boolean overdue(OffsetDateTime now) {
        return HandlingLimit.overdue(dueAt, pausedSince, now.toInstant());
    }
}
