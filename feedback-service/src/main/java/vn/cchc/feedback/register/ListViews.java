package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;

/** Views of lists of feedback, newest arrival first. */
@ApplicationScoped
class ListViews {

    private final FeedbackSearch search;
    private final Clock clock;

    ListViews(FeedbackSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /**
     * A page of what is in sight.
     *
     * @throws Problem 400 for a text to search for that is too short or too long
     */
    Page<ListItem> list(ListFilters filters, Sight sight, Integer limit, String cursor) {
        String narrowed = sight + " " + filters;
        int most = PageLimit.of(limit);
        OffsetDateTime now = OffsetDateTime.now(clock);
        return page(search.list(sight, filters, now, after(cursor, narrowed), most + 1), most, now, narrowed);
    }

    /**
     * A page of what is in sight, by its sender.
     *
     * @throws Problem 422 where nothing is searched for, or so little that nearly everybody would match
     */
    Page<ListItem> ofSender(SearchFeedback wanted, Sight sight) {
        List<SenderPattern> patterns = wanted.patterns();
        String narrowed = sight + " " + patterns;
        int most = PageLimit.of(wanted.limit());
        return page(
                search.listBySender(sight, patterns, after(wanted.cursor(), narrowed), most + 1),
                most,
                OffsetDateTime.now(clock),
                narrowed);
    }

    private static Optional<FeedbackSearch.After> after(String cursor, String narrowed) {
        return Cursor.decode(cursor, narrowed).map(last -> new FeedbackSearch.After(last.instant(0), last.uuid(1)));
    }

    private static Page<ListItem> page(List<ListRow> rows, int most, OffsetDateTime now, String narrowed) {
        return Page.of(
                rows,
                most,
                row -> ListItem.of(row, now),
                last -> Cursor.encode(narrowed, last.receivedAt(), last.id()));
    }
}
