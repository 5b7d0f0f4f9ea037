package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.importing.review.DraftChanges;
import vn.cchc.plan.importing.review.DraftReview;
import vn.cchc.plan.importing.review.PlannedDueDay;
import vn.cchc.plan.importing.review.ReviewedRow;
import vn.cchc.plan.importing.review.ReviewedTarget;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;

/**
 * Drafts for people to review: read with the units, the settings and the calendar of now, as an issue would read them. What was
 * issued or given up is no longer read: the plan tells what became of it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class DraftReviews {

    /** Due days that the rows of one page may have together; a page ends before the row that would exceed it. */
    static final int DAYS_OF_A_PAGE = 5_000;

    private final PlanImportRepository imports;
    private final AuthorityRepository authorities;
    private final DocumentReading documents;
    private final DraftComparisons comparisons;

    DraftReviews(
            PlanImportRepository imports,
            AuthorityRepository authorities,
            DocumentReading documents,
            DraftComparisons comparisons) {
        this.imports = imports;
        this.authorities = authorities;
        this.documents = documents;
        this.comparisons = comparisons;
    }

    /**
     * What is shown of a draft.
     *
     * @param version that of the draft
     */
    record Shown<T>(T view, long version) {}

    /** @throws Problem 404 when there is none in scope; 409 when it is no draft; 400 for a cursor of another version */
    Shown<Page<ReviewedRow>> rows(UUID id, AuthorityScope scope, Integer limit, String cursor) {
        Draft draft = draft(id, scope);
        int size = PageLimit.of(limit);
        String filters = "import-rows " + id + " " + draft.version;
        int first = Cursor.decode(cursor, filters)
                .map(position -> position.number(0))
                .orElse(0);
        List<ReviewedRow> rows = new ArrayList<>();
        int days = 0;
        for (int place = first; place < draft.review.size() && rows.size() < size; place++) {
            ReviewedRow row = draft.review.row(place);
            days += row.rules().stream()
                    .mapToInt(rule -> rule.occurrences().size())
                    .sum();
            if (days > DAYS_OF_A_PAGE && !rows.isEmpty()) {
                break;
            }
            rows.add(row);
        }
        int next = first + rows.size();
        return draft.shown(new Page<>(rows, next < draft.review.size() ? Cursor.encode(filters, next) : null));
    }

    /** @throws Problem 404 when there is none in scope, or no such row; 409 when it is no draft */
    Shown<ReviewedRow> row(UUID id, int order, AuthorityScope scope) {
        Draft draft = draft(id, scope);
        return draft.shown(draft.review.row(draft.review.placeOf(order).orElseThrow(Problem::notFound)));
    }

    /** @throws Problem 404 when there is none in scope; 409 when it is no draft; 400 for a cursor of another version */
    Shown<Page<ReviewedTarget>> targets(UUID id, AuthorityScope scope, Integer limit, String cursor) {
        return page(id, scope, "import-targets", limit, cursor, DraftReview::targets);
    }

    /** @throws Problem 404 when there is none in scope; 409 when it is no draft; 400 for a cursor of another version */
    Shown<Page<PlannedDueDay>> days(UUID id, AuthorityScope scope, Integer limit, String cursor) {
        return page(id, scope, "import-days", limit, cursor, DraftReview::days);
    }

    /**
     * The page for people, as HTML.
     *
     * @throws Problem 404 when there is none in scope; 409 when it is no draft
     */
    String page(UUID id, AuthorityScope scope) {
        PlanImportRepository.WithEarlier found = imports.visibleWithEarlier(id, Since.FIRST, scope);
        PlanImport draft = requireDraft(found.draft());
        PlanReading reading = documents.read(authorities.get(draft.authorityId()), draft.document());
        return review(reading)
                .page(found.earlier()
                        .map(earlier -> comparisons.changes(earlier, draft, reading.findingViews()))
                        .orElseGet(DraftChanges::none));
    }

    private <T> Shown<Page<T>> page(
            UUID id,
            AuthorityScope scope,
            String list,
            Integer limit,
            String cursor,
            Function<DraftReview, List<T>> items) {
        Draft draft = draft(id, scope);
        List<T> all = items.apply(draft.review);
        return draft.shown(Page.read(
                        limit,
                        cursor,
                        list + " " + id + " " + draft.version,
                        (after, atMost) -> IntStream.range(
                                        after.map(last -> last.number(0) + 1).orElse(0), all.size())
                                .limit(atMost)
                                .boxed()
                                .toList(),
                        place -> List.of(place))
                .map(all::get));
    }

    private record Draft(DraftReview review, long version) {

        <T> Shown<T> shown(T view) {
            return new Shown<>(view, version);
        }
    }

    /** @throws Problem 404 when there is none in scope; 409 when it is no draft */
    private PlanImport visibleDraft(UUID id, AuthorityScope scope) {
        return requireDraft(imports.visible(id, scope));
    }

    /** @throws Problem 409 when it is no draft */
    static PlanImport requireDraft(PlanImport draft) {
        if (draft.state() != ImportState.DRAFT) {
            throw Problem.conflict(
                    "plan-import-settled",
                    BilingualText.of(
                            "Bản nháp đã được ban hành hoặc đã bỏ, không còn gì để rà soát.",
                            "The draft was issued or given up: there is nothing to review."));
        }
        return draft;
    }

    /** A row of a draft that was just read. */
    ReviewedRow row(PlanReading reading, int order) {
        DraftReview review = review(reading);
        return review.row(review.placeOf(order).orElseThrow(Problem::notFound));
    }

    private Draft draft(UUID id, AuthorityScope scope) {
        PlanImport draft = visibleDraft(id, scope);
        return new Draft(
                review(documents.read(authorities.get(draft.authorityId()), draft.document())), draft.version());
    }

    private static DraftReview review(PlanReading reading) {
        return new DraftReview(reading.plan(), reading.shown(), reading.occurrences(), reading.calendar());
    }
}
