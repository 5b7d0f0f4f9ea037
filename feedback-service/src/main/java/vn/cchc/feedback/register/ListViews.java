package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
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
        OffsetDateTime now = OffsetDateTime.now(clock);
        return page(
                limit,
                cursor,
                sight + " " + filters,
                (after, atMost) -> search.list(sight, filters, now, after.map(ListViews::last), atMost),
                now);
    }

    /**
     * A page of what is in sight, by its sender.
     *
     * @throws Problem 422 where nothing is searched for, or so little that nearly everybody would match
     */
    Page<ListItem> ofSender(SearchFeedback wanted, Sight sight) {
        List<SenderPattern> patterns = wanted.patterns();
        return page(
                wanted.limit(),
                wanted.cursor(),
                sight + " " + patterns,
                (after, atMost) -> search.listBySender(sight, patterns, after.map(ListViews::last), atMost),
                OffsetDateTime.now(clock));
    }

    private static Page<ListItem> page(
            Integer limit, String cursor, String filters, Page.Rows<ListRow> rows, OffsetDateTime now) {
        return Page.read(limit, cursor, filters, rows, row -> List.of(row.receivedAt(), row.id()))
                .map(row -> ListItem.of(row, now));
    }

    private static FeedbackSearch.After last(Cursor cursor) {
        return new FeedbackSearch.After(cursor.instant(0), cursor.uuid(1));
    }
}
