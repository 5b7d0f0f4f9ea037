package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Source;

/** The figures of reports: live ones as they are now, others as they were frozen. */
@ApplicationScoped
class ReportFigures {

    private final ReportContents contents;
    private final FrozenEditions frozen;

    ReportFigures(ReportContents contents, FrozenEditions frozen) {
        this.contents = contents;
        this.frozen = frozen;
    }

    /** In the order of the report. */
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
     * What a figure was counted from.
     *
     * @param after how many come before the page
     * @throws Problem 404 when the report has no such figure
     */
    List<Source> sources(ReportAccess.Seen seen, String code, int after, int limit) {
        UUID id = seen.report().id();
        if (seen.isLive()) {
            return contents
                    .of(seen.report())
                    .figures()
                    .find(code)
                    .map(Figure::sources)
                    .orElseThrow(Problem::notFound)
                    .stream()
                    .skip(after)
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
