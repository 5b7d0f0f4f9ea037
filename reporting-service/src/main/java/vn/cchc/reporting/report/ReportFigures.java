package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Source;

/** Figures of reports: computed for live ones, stored for frozen ones. */
@ApplicationScoped
class ReportFigures {

    private static final Comparator<Source> IN_ORDER =
            Comparator.comparing(Source::kind).thenComparing(Source::id, Reached.BY_ID);

    private final ReportContents contents;
    private final FrozenEditions frozen;

    ReportFigures(ReportContents contents, FrozenEditions frozen) {
        this.contents = contents;
        this.frozen = frozen;
    }

    /** In report order. */
    FiguresView of(ReportAccess.Seen seen) {
        Report report = seen.report();
        List<FigureView> items = seen.isLive()
                ? contents.of(report).figures().all().stream()
                        .map(figure -> FigureView.of(figure, figure.sources().size()))
                        .toList()
                : frozen.figures(report.id(), seen.frozenEdition()).stream()
                        .map(figure -> FigureView.of(figure.figure(), figure.sources()))
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
     * Sources of a figure in a stable order; sources of a live figure may disappear between two pages.
     *
     * @param after the last one shown, in any version
     * @throws Problem 404 when the report has no such figure
     */
    List<Source> sources(ReportAccess.Seen seen, String code, Optional<Source> after, int limit) {
        UUID id = seen.report().id();
        if (seen.isLive()) {
            return contents
                    .of(seen.report())
                    .figures()
                    .find(code)
                    .map(Figure::sources)
                    .orElseThrow(Problem::notFound)
                    .stream()
                    .sorted(IN_ORDER)
                    .filter(source -> after.stream().allMatch(last -> IN_ORDER.compare(source, last) > 0))
                    .limit(limit)
                    .toList();
        }
        if (frozen.figures(id, seen.frozenEdition()).stream()
                .noneMatch(figure -> figure.figure().code().equals(code))) {
            throw Problem.notFound();
        }
        return frozen.sources(id, seen.frozenEdition(), code, after, limit);
    }
}
