package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;

/** Cases visible to a member of staff. */
@ApplicationScoped
public class VisibleCases {

    private final FeedbackRepository repository;

    VisibleCases(FeedbackRepository repository) {
        this.repository = repository;
    }

    /** @throws Problem 404 when out of sight */
    public Case get(UUID id, Sight sight) {
        return visible(repository.findCase(id), sight);
    }

    /**
     * As {@link #get}, with SELECT … FOR UPDATE.
     *
     * @throws Problem 404 when out of sight
     */
    public Case toChange(UUID id, Sight sight) {
        return visible(repository.findCaseToChange(id), sight);
    }

    /**
     * A feedback that another one is merged into, with SELECT … FOR UPDATE.
     *
     * @throws Problem 404 naming the field, when out of sight
     */
    Feedback toLead(UUID intoId, Sight sight) {
        return repository
                .findCaseToChange(intoId)
                .map(Case::feedback)
                .filter(sight::sees)
                .orElseThrow(() ->
                        Problem.notFound(FieldFault.of("intoId", "Không có vụ việc này.", "There is no such case.")));
    }

    /**
     * The feedback of a sender whose code and secret the caller has checked, with SELECT … FOR UPDATE.
     *
     * @throws Problem 404 when there is none
     */
    public Feedback toChangeBySender(UUID id) {
        return repository.findCaseToChange(id).orElseThrow(Problem::notFound).feedback();
    }

    private static Case visible(Optional<Case> found, Sight sight) {
        return found.filter(one -> sight.sees(one.feedback())).orElseThrow(Problem::notFound);
    }
}
