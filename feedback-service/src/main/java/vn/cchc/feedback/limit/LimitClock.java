package vn.cchc.feedback.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.feedback.State;

/**
 * State of a case's limit: the policy, the state spans, the extensions, and the due moment derived from all three. Immutable;
 * each operation returns a new instance. Pauses and due moment are always recomputed, so that a change of policy or of
 * working-day table needs no further data. Of a limit in days, pauses lengthen the limit itself, and extensions are counted
 * one after another from the day on which it ends. One in working hours runs to the moment: it is due when the office time
 * from the arrival on, without pauses, adds up to the limit with its extensions, and no pause after that changes it.
 *
 * @param policyId       the policy that the limit was copied from
 * @param spans          states since the arrival or the reopening, oldest first; empty for a case that ended before spans were stored
 * @param extensions     granted ones, oldest first, in the unit of the limit
 * @param pausedDays     days of completed pauses, in the unit of the limit; full hours for one in working hours
 * @param pausedSince    first day of the current pause; {@code null} if none, or if a limit in working hours had run out
 *     before it
 * @param dueOn          last day on which an answer is in time
 * @param dueAt          exclusive upper bound of an answer in time; for a limit in days the end of its last day, for one in
 *     working hours a moment of it
 * @param dueCalendar    version of the working-day table that both were counted with
 * @param dueProvisional whether they depend on a year that this table does not cover
 * @param dueMovedFrom   the due day before the last recount, if that moved it; else {@code null}
 */
@Embeddable
public record LimitClock(
        @Column(name = "policy_id", nullable = false) UUID policyId,

        @Embedded HandlingLimit limit,

        @Column(name = "state_spans") @Convert(converter = SpansAsText.class)
        List<StateSpan> spans,

        @Column(name = "limit_extensions") @Convert(converter = ExtensionsAsText.class)
        List<Extension> extensions,

        @Column(name = "paused_days", nullable = false) int pausedDays,
        @Column(name = "paused_since") LocalDate pausedSince,
        @Column(name = "due_on", nullable = false) LocalDate dueOn,
        @Column(name = "due_at") Instant dueAt,
        @Column(name = "due_calendar", nullable = false) String dueCalendar,

        @Column(name = "due_provisional", nullable = false) boolean dueProvisional,

        @Column(name = "due_moved_from") LocalDate dueMovedFrom) {

    public LimitClock {
        spans = spans == null ? List.of() : List.copyOf(spans);
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
        // Cases that ended before this column existed had limits in days.
        dueAt = dueAt == null ? HandlingLimit.endOf(dueOn) : dueAt;
    }

    /** Starts the limit at the arrival. */
    public static LimitClock started(HandlingPolicy policy, Instant arrivedAt, WorkingTime time) {
        return count(policy.id(), policy.limit(), List.of(new StateSpan(State.RECEIVED, arrivedAt)), List.of(), time);
    }

    /** Starts the limit of a further round at its reopening. */
    public static LimitClock reopened(HandlingPolicy policy, Instant reopenedAt, WorkingTime time) {
        return count(policy.id(), policy.limit(), List.of(new StateSpan(State.REOPENED, reopenedAt)), List.of(), time);
    }

    /**
     * Enters a state. A pausing state suspends the limit; leaving it resumes the limit with a later due day. Otherwise
     * the due day stays as counted, even if another working-day table is in force by now.
     */
    public LimitClock in(State state, Instant from, WorkingTime time) {
        StateSpan last = spans.get(spans.size() - 1);
        if (state == last.state()) {
            return this;
        }
        // A clock that was set back must not make a pause end before it began.
        Instant notBefore = from.isBefore(last.from()) ? last.from() : from;
        List<StateSpan> longer = Stream.concat(spans.stream(), Stream.of(new StateSpan(state, notBefore)))
                .toList();
        LocalDate nowPausedSince = Pauses.of(limit, longer).suspendedSince(limit, dueAt);
        if (pausedSince != null && nowPausedSince == null) {
            return moved(count(policyId, limit, longer, extensions, time));
        }
        return new LimitClock(
                policyId,
                limit,
                longer,
                extensions,
                pausedDays,
                nowPausedSince,
                dueOn,
                dueAt,
                dueCalendar,
                dueProvisional,
                dueMovedFrom);
    }

    /** Recounts the same spans under another policy from the arrival on; its pausing states may differ. */
    public LimitClock under(HandlingPolicy policy, WorkingTime time) {
        return policy.id().equals(policyId) ? this : moved(count(policy.id(), policy.limit(), spans, extensions, time));
    }

    /** Adds an extension, which begins where the limit ends now. */
    public LimitClock extended(int amount, Instant grantedAt, WorkingTime time) {
        List<Extension> more = Stream.concat(extensions.stream(), Stream.of(new Extension(amount, grantedAt)))
                .toList();
        return moved(count(policyId, limit, spans, more, time));
    }

    /** Whether the policy allows one more extension. */
    public boolean allowsExtension() {
        return extensions.size() < limit.maxExtensions();
    }

    /** Recounts with another working-day table; records the previous due day if it moves. */
    public LimitClock countedWith(WorkingTime time) {
        LimitClock anew = count(policyId, limit, spans, extensions, time);
        return anew.movedFrom(anew.dueOn.equals(dueOn) ? dueMovedFrom : dueOn);
    }

    /** A due day moved by a pause, a policy or an extension drops {@code dueMovedFrom}, which refers to recounts only. */
    private LimitClock moved(LimitClock anew) {
        return anew.movedFrom(anew.dueOn.equals(dueOn) ? dueMovedFrom : null);
    }

    private LimitClock movedFrom(LocalDate day) {
        return new LimitClock(
                policyId,
                limit,
                spans,
                extensions,
                pausedDays,
                pausedSince,
                dueOn,
                dueAt,
                dueCalendar,
                dueProvisional,
                day);
    }

    private static LimitClock count(
            UUID policyId, HandlingLimit limit, List<StateSpan> spans, List<Extension> extensions, WorkingTime time) {
        Pauses pauses = Pauses.of(limit, spans);
        int pausedDays = limit.unit().isHours() ? 0 : pauses.days(limit, time.calendar());
        List<LimitEnd> ends = limit.ends(spans.get(0).from(), pauses, pausedDays, extensions, time);
        LimitEnd last = ends.get(ends.size() - 1);
        return new LimitClock(
                policyId,
                limit,
                spans,
                extensions,
                pauses.counted(limit, last.dueAt(), time),
                pauses.suspendedSince(limit, last.dueAt()),
                last.dueOn(),
                last.dueAt(),
                last.tableVersion(),
                ends.stream().anyMatch(LimitEnd::provisional) || pauses.areProvisional(limit, time.calendar()),
                null);
    }

    /**
     * What the clock said at a moment.
     *
     * @param at not before the arrival
     * @param first the policy that the present one had not replaced then; empty where that held
     * @param time what it was counted with then
     */
    public ClockReading readAt(Instant at, Optional<HandlingPolicy> first, WorkingTime time) {
        LimitClock then = count(
                first.map(HandlingPolicy::id).orElse(policyId),
                first.map(HandlingPolicy::limit).orElse(limit),
                spans.stream().filter(span -> !span.from().isAfter(at)).toList(),
                extensions.stream()
                        .filter(extension -> !extension.grantedAt().isAfter(at))
                        .toList(),
                time);
        return ClockReading.of(then, at, time);
    }

    /**
     * The clock of a case that ended before spans were stored, with those of its history.
     *
     * @param steps states with the moments from which they held, after the arrival; the same one may follow itself
     */
    public LimitClock withSpans(Instant arrivedAt, List<StateSpan> steps) {
        List<StateSpan> states = new ArrayList<>(List.of(new StateSpan(State.RECEIVED, arrivedAt)));
        for (StateSpan step : steps) {
            if (step.state() != states.get(states.size() - 1).state()) {
                states.add(step);
            }
        }
        return new LimitClock(
                policyId,
                limit,
                states,
                extensions,
                pausedDays,
                pausedSince,
                dueOn,
                dueAt,
                dueCalendar,
                dueProvisional,
                dueMovedFrom);
    }

    /** Whether a visible fact differs: the due moment, whether it is provisional, or the paused days. */
    public boolean tellsOtherThan(LimitClock other) {
        return !dueAt.equals(other.dueAt) || dueProvisional != other.dueProvisional || pausedDays != other.pausedDays;
    }

    /**
     * How the due moment comes about, by the given working time: the end of the limit itself, then of each extension. The
     * last one is the due moment.
     *
     * @param arrivedAt the spans of cases that ended before these were stored do not tell it
     */
    public List<LimitEnd> ends(Instant arrivedAt, WorkingTime time) {
        return limit.ends(startedAt(arrivedAt), Pauses.of(limit, spans), pausedDays, extensions, time);
    }

    /** When the limit began: at the arrival, of a further round at the reopening. */
    public Instant startedAt(Instant arrivedAt) {
        return spans.isEmpty() ? arrivedAt : spans.get(0).from();
    }

    /** The due moment where it is not the end of {@code dueOn}: that of a limit in working hours. */
    public Optional<OffsetDateTime> dueWithinDay() {
        return HandlingLimit.withinDay(dueAt, dueOn);
    }

    /** Whether an answer at that moment is in time. */
    public boolean inTime(OffsetDateTime answeredAt) {
        return HandlingLimit.inTime(answeredAt.toInstant(), dueAt);
    }

    /** Whether a case still open at that moment is overdue. */
    public boolean overdue(OffsetDateTime now) {
        return HandlingLimit.overdue(dueAt, pausedSince, now.toInstant());
    }
}
