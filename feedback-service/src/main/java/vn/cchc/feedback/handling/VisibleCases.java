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

/** Cases visible to the caller of the current request, and the view of them. */
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

    /** @throws Problem 404 when not visible to the caller */
    @Transactional
    Case get(UUID id) {
        return visible(repository.findCase(id));
    }

    /**
     * As {@link #get}, with SELECT … FOR UPDATE.
     *
     * @throws Problem 404 when not visible to the caller
     */
    Case toChange(UUID id) {
        return visible(repository.findCaseToChange(id));
    }

    private Case visible(Optional<Case> found) {
        Sight sight = Sight.of(caller.scope());
        return found.filter(one -> sight.sees(one.feedback())).orElseThrow(Problem::notFound);
    }

    /** The case as the caller may see it. */
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
