package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.platform.http.Problem;

/** Cases visible to a member of staff, and the view of them. */
@ApplicationScoped
class VisibleCases {

    private final FeedbackRepository repository;
    private final KnownAuthorities authorities;
    private final Clock clock;

    VisibleCases(FeedbackRepository repository, KnownAuthorities authorities, Clock clock) {
        this.repository = repository;
        this.authorities = authorities;
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
