package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.http.Problem;

/** The cases that exist for the caller of the request under way, and what of them the caller may see. */
@ApplicationScoped
class VisibleCases {

    private final FeedbackRepository repository;
    private final KnownAuthorities authorities;
    private final CurrentCaller caller;
    private final Clock clock;

    VisibleCases(FeedbackRepository repository, KnownAuthorities authorities, CurrentCaller caller, Clock clock) {
        this.repository = repository;
        this.authorities = authorities;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem 404 where it lies outside the caller's sight */
    @Transactional
    Case get(UUID id) {
        return visible(repository.findCase(id));
    }

    /**
     * The same, locked until the transaction ends.
     *
     * @throws Problem 404 where it lies outside the caller's sight
     */
    Case toChange(UUID id) {
        return visible(repository.findCaseToChange(id));
    }

    private Case visible(Optional<Case> found) {
        Sight sight = Sight.of(caller.scope());
        return found.filter(one -> sight.sees(one.feedback())).orElseThrow(Problem::notFound);
    }

    /** What the caller may see of a case. */
    FeedbackView view(Case one) {
        Feedback feedback = one.feedback();
        return FeedbackView.of(
                one,
                new FeedbackView.Context(
                        OffsetDateTime.now(clock),
                        feedback.unitId().flatMap(unit -> authorities
                                .find(feedback.authorityId())
                                .flatMap(authority -> authority.unitName(unit))),
                        Sight.of(caller.scope()).identifiesSender(feedback.unitId())));
    }
}
