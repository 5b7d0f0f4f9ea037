package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.limit.ClockReading;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.feedback.limit.StateSpan;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;

/**
 * What the limit of a feedback said at a moment of the past: counted again from the states and extensions of until then, with
 * the policy of then and the table of working days that was in use for it then.
 */
@ApplicationScoped
class LimitReplay {

    private static final BilingualText MALFORMED =
            BilingualText.of("Tham số không hợp lệ.", "A parameter is not valid.");

    private final VisibleCases cases;
    private final FeedbackHistory history;
    private final Limits limits;
    private final Clock clock;

    LimitReplay(VisibleCases cases, FeedbackHistory history, Limits limits, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param wanted {@code null} for now
     * @throws Problem 404 when out of sight; 400 for a moment before the arrival, or that is still to come
     */
    @Transactional
    LimitReadingView at(UUID id, OffsetDateTime wanted, Sight sight) {
        Case one = cases.get(id, sight);
        Feedback feedback = one.feedback();
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime at = wanted == null ? now : wanted;
        if (at.isBefore(feedback.receivedAt()) || at.isAfter(now)) {
            throw Problem.badRequest(
                    "malformed-parameter",
                    MALFORMED,
                    FieldFault.of(
                            "at",
                            "Phải từ lúc nhận (" + feedback.receivedAt() + ") đến hiện tại.",
                            "Must be between the arrival (" + feedback.receivedAt() + ") and now."));
        }
        List<CaseStep> steps = history.steps(id);
        Instant moment = at.toInstant();
        LimitClock kept = withSpans(clockAt(one, moment), feedback, steps);
        ClockReading reading = kept.readAt(
                moment,
                firstPolicy(feedback, kept, moment),
                limits.workingTime(calendarAt(kept, steps, at), feedback.authorityId()));
        State state = reading.run() == ClockReading.Run.STOPPED
                ? until(steps, at).map(CaseStep::state).orElseThrow()
                : reading.state();
        return LimitReadingView.of(id, at, state, reading);
    }

    /** That of the round of then: each ends with the reopening that begins the next. */
    private static LimitClock clockAt(Case one, Instant moment) {
        return one.earlier().stream()
                .map(Case.EarlierRound::round)
                .filter(round -> moment.isBefore(round.reopenedAt().toInstant()))
                .map(FeedbackRound::limitClock)
                .findFirst()
                .orElse(one.feedback().limitClock());
    }

    /** A case that ended before its spans were stored has them in its history, until it was reopened. */
    private static LimitClock withSpans(LimitClock kept, Feedback feedback, List<CaseStep> steps) {
        return kept.spans().isEmpty()
                ? kept.withSpans(
                        feedback.receivedAt().toInstant(),
                        steps.stream()
                                .takeWhile(step -> step.transition() != Transition.REOPEN)
                                .skip(1)
                                .map(step ->
                                        new StateSpan(step.state(), step.at().toInstant()))
                                .toList())
                : kept;
    }

    /**
     * The policy found on entry, where acceptance may have replaced it after that moment; nothing else replaces one. It is found
     * again as it was then: what is entered into the table holds for later arrivals only.
     */
    private Optional<HandlingPolicy> firstPolicy(Feedback feedback, LimitClock kept, Instant moment) {
        boolean acceptedLater = kept.spans().stream()
                .anyMatch(span -> span.state() == State.ACCEPTED && span.from().isAfter(moment));
        return acceptedLater
                ? Optional.of(limits.policyFor(
                        new HandlingPolicy.Scope(feedback.authorityId(), feedback.channel(), null, Urgency.NORMAL),
                        feedback.receivedOn()))
                : Optional.empty();
    }

    /** The table named by the last step until then; before the entry, by the first. */
    private WorkingCalendar calendarAt(LimitClock kept, List<CaseStep> steps, OffsetDateTime at) {
        return until(steps, at)
                .flatMap(CaseStep::dueCalendar)
                .or(() -> Optional.of(kept.dueCalendar()))
                .flatMap(limits::calendar)
                .orElseGet(limits::calendar);
    }

    private static Optional<CaseStep> until(List<CaseStep> steps, OffsetDateTime at) {
        return steps.stream()
                .filter(step -> step.version() == 1 || !step.at().isAfter(at))
                .reduce((earlier, later) -> later);
    }
}
