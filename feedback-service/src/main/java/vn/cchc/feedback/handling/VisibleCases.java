package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.Problem;

/** Cases visible to a member of staff, and the view of them. */
@ApplicationScoped
class VisibleCases {

    private final FeedbackRepository repository;
    private final KnownAuthorities authorities;
    private final Limits limits;
    private final Clock clock;

    VisibleCases(FeedbackRepository repository, KnownAuthorities authorities, Limits limits, Clock clock) {
        this.repository = repository;
        this.authorities = authorities;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws Problem 404 when out of sight */
    @Transactional
    Case get(UUID id, Sight sight) {
        return visible(repository.findCase(id), sight);
    }

    /**
     * As {@link #get}, with SELECT … FOR UPDATE.
     *
     * @throws Problem 404 when out of sight
     */
    Case toChange(UUID id, Sight sight) {
        return visible(repository.findCaseToChange(id), sight);
    }

    private static Case visible(Optional<Case> found, Sight sight) {
        return found.filter(one -> sight.sees(one.feedback())).orElseThrow(Problem::notFound);
    }

    /**
     * The due day, explained with the table of working days that it was counted with.
     *
     * @throws Problem 404 when out of sight
     */
    @Transactional
    DueDateView dueDate(UUID id, Sight sight) {
        Feedback feedback = get(id, sight).feedback();
        WorkingCalendar inForce = limits.calendar();
        WorkingCalendar itsOwn =
                limits.calendar(feedback.limitClock().dueCalendar()).orElse(inForce);
        return DueDateView.of(feedback, feedback.dueDay(itsOwn), feedback.dueOnWith(inForce));
    }

    /** The case as it may be shown: without the sender where that is out of sight. */
    FeedbackView view(Case one, Sight sight) {
        Feedback feedback = one.feedback();
        return FeedbackView.of(
                one,
                new FeedbackView.Context(
                        OffsetDateTime.now(clock),
                        feedback.unitId().flatMap(unit -> authorities
                                .find(feedback.authorityId())
                                .flatMap(authority -> authority.unitName(unit))),
                        sight.identifiesSender(feedback.unitId())));
    }
}
