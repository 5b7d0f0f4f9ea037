package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Source;

/** Views of the figures of reports: computed for live ones, stored for frozen ones. */
@ApplicationScoped
class FigureViews {

    private static final Comparator<Source> IN_ORDER =
            Comparator.comparing(Source::kind).thenComparing(Source::id, Reached.BY_ID);

    private final ReportAccess access;
    private final ReportContents contents;
    private final FrozenEditions frozen;

    FigureViews(ReportAccess access, ReportContents contents, FrozenEditions frozen) {
        this.access = access;
        this.contents = contents;
        this.frozen = frozen;
    }

    /**
     * In report order.
     *
     * @throws Problem 404 when there is no such report in scope
     */
    FiguresView of(UUID id, AuthorityScope scope) {
        ReportAccess.Seen seen = access.seen(id, scope);
        Report report = seen.report();
        List<FigureView> items = seen.isLive()
                ? contents.of(report).figures().all().stream()
                        .map(FigureView::of)
                        .toList()
                : frozen.figures(report.id(), seen.frozenEdition()).stream()
                        .map(FigureView::of)
                        .toList();
        return new FiguresView(
                report.id(),
                report.period(),
                report.periodFrom(),
                report.cutOff(),
                report.isCutOffProvisional(),
                !seen.isLive(),
                seen.isLive() ? null : seen.frozenEdition(),
                items);
    }

    /**
     * A page of the sources of a figure. The cursor of a live figure is the last source, since others may disappear between two
     * pages; that of a frozen one is its place.
     *
     * @param limit the parameter {@code limit}, or null
     * @param cursor the parameter {@code cursor}, or null
     * @throws Problem 404 when there is no such report in scope, or it has no such figure; 400 for a cursor of the draft once the report is frozen
     */
    Page<SourceView> sources(UUID id, String code, AuthorityScope scope, Integer limit, String cursor) {
        ReportAccess.Seen seen = access.seen(id, scope);
        return seen.isLive()
                ? live(seen.report(), code, limit, cursor)
                : frozen(id, seen.frozenEdition(), code, limit, cursor);
    }

    private Page<SourceView> live(Report report, String code, Integer limit, String cursor) {
        return Page.read(
                        limit,
                        cursor,
                        "sources by id " + report.id() + code,
                        (after, atMost) -> sources(report, code, after.map(FigureViews::last), atMost),
                        source -> List.of(source.kind(), source.id()))
                .map(SourceView::of);
    }

    private List<Source> sources(Report report, String code, Optional<Source> after, int atMost) {
        return contents.of(report).figures().find(code).map(Figure::sources).orElseThrow(Problem::notFound).stream()
                .sorted(IN_ORDER)
                .filter(source -> after.stream().allMatch(last -> IN_ORDER.compare(source, last) > 0))
                .limit(atMost)
                .toList();
    }

    private static Source last(Cursor cursor) {
        return new Source(Source.Kind.valueOf(cursor.string(0)), cursor.uuid(1), 0);
    }

    private Page<SourceView> frozen(UUID id, int edition, String code, Integer limit, String cursor) {
        return Page.read(
                        limit,
                        cursor,
                        "sources by place " + id + code + " " + edition,
                        (after, atMost) -> {
                            requireFigure(id, edition, code);
                            return frozen.sources(
                                    id,
                                    edition,
                                    code,
                                    after.map(last -> last.number(0)).orElse(0),
                                    atMost);
                        },
                        placed -> List.of(placed.position()))
                .map(placed -> SourceView.of(placed.source()));
    }

    private void requireFigure(UUID id, int edition, String code) {
        if (frozen.figures(id, edition).stream()
                .noneMatch(figure -> figure.code().equals(code))) {
            throw Problem.notFound();
        }
    }
}
