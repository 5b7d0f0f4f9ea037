package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.UUID;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
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
        int size = PageLimit.of(limit);
        String filters = "dead-letters " + topic + state;
        UUID after = Cursor.decode(cursor, filters).map(from -> from.uuid(0)).orElse(null);
        return Page.of(
                deadLetters.page(topic, state == null ? DeadLetters.UNSETTLED : EnumSet.of(state), after, size + 1),
                size,
                DeadLetterView::inList,
                letter -> Cursor.encode(filters, letter.id()));
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
