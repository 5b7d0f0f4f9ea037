package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of records that could not be processed. */
@ApplicationScoped
class DeadLetterViews {

    private final DeadLetters deadLetters;

    DeadLetterViews(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * A page, oldest first.
     *
     * @param topic null for all
     * @param state null for those that nobody has settled
     */
    Page<DeadLetterView> list(String topic, DeadLetters.State state, Integer limit, String cursor) {
        return Page.read(
                        limit,
                        cursor,
                        "dead-letters " + topic + state,
                        (after, atMost) -> deadLetters.page(
                                topic,
                                state == null ? DeadLetters.UNSETTLED : EnumSet.of(state),
                                after.map(last -> last.uuid(0)).orElse(null),
                                atMost),
                        letter -> List.of(letter.id()))
                .map(DeadLetterView::inList);
    }

    /** The unsettled ones by the authority they concern. */
    DeadLetterCounts counts() {
        return DeadLetterCounts.of(deadLetters.ofAuthorities());
    }

    /** @throws Problem 404 when there is none */
    DeadLetterView one(UUID id) {
        return DeadLetterView.whole(deadLetters.find(id).orElseThrow(Problem::notFound));
    }
}
