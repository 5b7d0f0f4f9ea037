package vn.cchc.reporting.report;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.access.Scope;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.event.Recorded;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Source;
import vn.cchc.reporting.narrative.Narrative;
import vn.cchc.reporting.regime.RegimeDays;
import vn.cchc.reporting.regime.ReportingRegime;
import vn.cchc.reporting.regime.Section;

/** Reports: begin, read, edit. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "Periodic reports, from draft to receipt")
public class ReportResource {

    /** Changes that the authority above takes part in. */
    private static final Set<String> SEEN_ABOVE = Set.of("sent", "received", "returned");

    private final ReportRepository reports;
    private final ReportAccess access;
    private final ReportViews views;
    private final ReportContents contents;
    private final FrozenEditions frozen;
    private final DueReports dueReports;
    private final WorkingCalendars calendars;
    private final Journal journal;
    private final CurrentCaller caller;
    private final Clock clock;

    ReportResource(
            ReportRepository reports,
            ReportAccess access,
            ReportViews views,
            ReportContents contents,
            FrozenEditions frozen,
            DueReports dueReports,
            WorkingCalendars calendars,
            Journal journal,
            CurrentCaller caller,
            Clock clock) {
        this.reports = reports;
        this.access = access;
        this.views = views;
        this.contents = contents;
        this.frozen = frozen;
        this.dueReports = dueReports;
        this.calendars = calendars;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Requires(Right.BEGIN_REPORTS)
    @Transactional
    @Idempotent(presenter = ReportViews.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "draftReport",
            summary = "Begin a report that is due",
            description =
                    "The draft has text proposed from the figures and the progress of tasks. There is one report for"
                            + " each authority, regime and period.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The report for this period has been begun already",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public RestResponse<ReportView> draft(@Valid @NotNull DraftReport request) {
        UUID authorityId = caller.scope().own().orElseThrow();
        request.requireOneWay();
        DueReport due = (request.milestoneId() != null
                        ? dueReports.ofMilestone(authorityId, request.milestoneId())
                        : dueReports.ofPeriod(authorityId, request.regime(), request.period()))
                .orElseThrow(() -> notDue(request));
        Report report = begin(due);
        journal.append(() -> ReportEvent.change(report, caller.get(), null));
        return ETags.created(
                views.full(new ReportAccess.Seen(report, true)),
                report.version(),
                URI.create("/api/v1/reports/" + report.id()));
    }

    private Report begin(DueReport due) {
        ReportingRegime regime = due.regime().orElseThrow(ReportResource::writtenElsewhere);
        if (regime.form().isEmpty() || due.milestone().isEmpty()) {
            throw writtenElsewhere();
        }
        if (due.dueOn() == null || due.milestone().get().isWaived()) {
            throw Problem.unprocessable(
                    "report-not-due",
                    BilingualText.of(
                            "Kỳ báo cáo này chưa có hạn hoặc đã được miễn.",
                            "This report has no due day yet, or has been waived."));
        }
        if (reports.exists(due.authorityId(), regime.code(), due.period())) {
            throw alreadyBegun();
        }
        RegimeDays days = due.days().orElseThrow(Problem::notFound);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Report report = new Report(
                Ids.next(),
                due,
                regime.code(),
                days.from(),
                Report.CutOff.of(days, due.dueOn(), calendars.current()),
                now);
        try {
            reports.persistAndFlush(report);
        } catch (ConstraintViolationException e) {
            // Another request began it at the same moment.
            throw alreadyBegun();
        }
        return report;
    }

    private static Problem writtenElsewhere() {
        return Problem.unprocessable(
                "report-written-elsewhere",
                BilingualText.of(
                        "Báo cáo này không được lập tại đây: nộp sản phẩm tại mốc của kế hoạch.",
                        "This report is not written here: hand it in at the plan's milestone for it."));
    }

    private static Problem alreadyBegun() {
        return Problem.conflict(
                "report-exists",
                BilingualText.of(
                        "Báo cáo của kỳ này đã được lập.", "The report for this period has been begun already."));
    }

    private static Problem notDue(DraftReport request) {
        return Problem.unprocessable(
                "report-not-due",
                BilingualText.of("Kế hoạch không có kỳ báo cáo này.", "No plan asks for this report."),
                FieldFault.of(
                        request.milestoneId() != null ? "milestoneId" : "period",
                        "Không có báo cáo đến hạn tương ứng.",
                        "There is no such due report."));
    }

    @GET
    @Requires(Right.READ_REPORTS)
    @Operation(
            operationId = "listReports",
            summary = "List reports, the newest first",
            description = "Those of the own authority; the authority above sees those that have been sent to it.")
    @APIResponse(responseCode = "200", description = "A page of reports")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Page<ReportSummary> list(
            @Parameter(description = "Only of this authority") @QueryParam("authority") UUID authority,
            @Parameter(description = "Only of this year", example = "2021") @QueryParam("year") Integer year,
            @Parameter(description = "Only of this regime", example = "CCHC") @QueryParam("regime") String regime,
            @Parameter(description = "Only in this state") @QueryParam("state") ReportState state,
            @Parameter(description = DueDay.FILTER_MOVED, example = "true") @QueryParam("moved") Boolean moved,
            @Parameter(description = DueDay.FILTER_PROVISIONAL, example = "true") @QueryParam("provisional")
                    Boolean provisional,
            @Parameter(description = "At most this many, 50 if absent, never more than 200") @QueryParam("limit")
                    Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor) {
        int size = PageLimit.of(limit);
        String filters = "reports " + authority + year + regime + state + " " + moved + " " + provisional;
        ReportRepository.Filter filter = new ReportRepository.Filter(
                access.scope(Optional.ofNullable(authority)),
                Optional.ofNullable(year),
                Optional.ofNullable(regime),
                Optional.ofNullable(state),
                Optional.ofNullable(moved),
                Optional.ofNullable(provisional));
        List<Report> found = reports.list(filter, Cursor.decode(cursor, filters), size + 1);
        return Page.of(
                found,
                size,
                views.summaries(found),
                report -> Cursor.encode(filters, report.createdAt().toInstant(), report.id()));
    }

    @GET
    @Path("/{id}")
    @Requires(Right.READ_REPORTS)
    @Operation(operationId = "getReport", summary = "Read a report with its text")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public RestResponse<ReportView> get(@PathParam("id") UUID id) {
        return views.present(id);
    }

    @GET
    @Path("/{id}/figures")
    @Requires(Right.READ_REPORTS)
    @Operation(
            operationId = "getReportFigures",
            summary = "Read the figures of a report",
            description =
                    "As they were at the end of the cut-off: what happened later, or was entered later, does not count."
                            + " Those of a draft are computed at each reading, those of an approved report are frozen.")
    @APIResponse(responseCode = "200", description = "The figures, in the order of the report")
    public FiguresView figures(@PathParam("id") UUID id) {
        ReportAccess.Seen seen = access.seen(id);
        Report report = seen.report();
        List<FigureView> items = seen.isLive()
                ? contents.of(report).figures().all().stream()
                        .map(figure -> FigureView.of(figure, figure.sources().size()))
                        .toList()
                : frozen.figures(id, seen.frozenEdition()).stream()
                        .map(figure -> FigureView.of(figure.figure(), figure.sources()))
                        .toList();
        return new FiguresView(
                id,
                report.period(),
                report.periodFrom(),
                report.cutOff(),
                report.isCutOffProvisional(),
                !seen.isLive(),
                seen.isLive() ? null : seen.frozenEdition(),
                items);
    }

    @GET
    @Path("/{id}/figures/{code}/sources")
    @Requires(Right.READ_REPORTS)
    @Operation(
            operationId = "listFigureSources",
            summary = "List what a figure was counted from",
            description = "Each with the version that counted; the sources of a rate are those of its denominator.")
    @APIResponse(responseCode = "200", description = "A page of sources")
    public Page<SourceView> sources(
            @PathParam("id") UUID id,
            @Parameter(example = "pakn.received") @PathParam("code") String code,
            @Parameter(description = "At most this many, 50 if absent, never more than 200") @QueryParam("limit")
                    Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor) {
        ReportAccess.Seen seen = access.seen(id);
        int size = PageLimit.of(limit);
        String filters = "sources " + id + code + (seen.isLive() ? "" : seen.frozenEdition());
        int after = Cursor.decode(cursor, filters)
                .map(position -> position.number(0))
                .orElse(0);
        List<Source> sources = seen.isLive()
                ? live(seen.report(), code).stream()
                        .skip(after)
                        .limit(size + 1L)
                        .toList()
                : frozen(seen, code, after, size + 1);
        List<Numbered> rows = IntStream.range(0, sources.size())
                .mapToObj(i -> new Numbered(after + i + 1, sources.get(i)))
                .toList();
        return Page.of(rows, size, row -> SourceView.of(row.source()), row -> Cursor.encode(filters, row.position()));
    }

    private record Numbered(int position, Source source) {}

    private List<Source> live(Report report, String code) {
        return contents.of(report).figures().find(code).map(Figure::sources).orElseThrow(Problem::notFound);
    }

    private List<Source> frozen(ReportAccess.Seen seen, String code, int after, int limit) {
        UUID id = seen.report().id();
        if (frozen.figures(id, seen.frozenEdition()).stream()
                .noneMatch(figure -> figure.figure().code().equals(code))) {
            throw Problem.notFound();
        }
        return frozen.sources(id, seen.frozenEdition(), code, after, limit);
    }

    @GET
    @Path("/{id}/changes")
    @Requires(Right.READ_REPORTS)
    @Operation(
            operationId = "listReportChanges",
            summary = "List the changes of state of a report, the oldest first",
            description =
                    "Who, when, why. The authority above sees those from the first dispatch on. Who wrote which section"
                            + " stands with the section.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public Page<ChangeView> changes(
            @PathParam("id") UUID id,
            @Parameter(description = "At most this many, 50 if absent, never more than 200") @QueryParam("limit")
                    Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor) {
        if (access.seen(id).own()) {
            return journal.page(ReportEvent.KIND, id, limit, cursor, ChangeView::of);
        }
        // What is done after a return, up to the next dispatch, is the authority's own business.
        List<Recorded> between = journal.changes(ReportEvent.KIND, id).stream()
                .filter(change -> SEEN_ABOVE.contains(change.what()))
                .toList();
        if (between.isEmpty()) {
            throw Problem.notFound();
        }
        return journal.page(
                ReportEvent.KIND, id, limit, cursor, between.get(0), between.get(between.size() - 1), ChangeView::of);
    }

    @PUT
    @Path("/{id}/sections/{section}")
    @Requires(Right.WRITE_REPORTS)
    @Transactional
    @MaxBody(128 * KB)
    @Operation(
            operationId = "writeReportSection",
            summary = "Write the text of a section",
            description =
                    "While the report is a draft or has been returned. An officer writes the sections of areas in which"
                            + " the own unit leads a task. At most 20,000 characters.")
    @APIResponse(
            responseCode = "200",
            description = "The report with the section",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The report is not open for editing",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public RestResponse<ReportView> write(
            @PathParam("id") UUID id,
            @Parameter(description = "Code of the section: I, II, II.1 to II.6, III, IV, V", example = "II.2")
                    @PathParam("section")
                    String code,
            @BeanParam IfMatch ifMatch,
            @Valid @NotNull WriteSection request) {
        Report report = access.own(id);
        Section section = contents.form(report).section(code).orElseThrow(Problem::notFound);
        Caller who = caller.get();
        requireOwnSection(report, section);
        journal.requireOpen();
        ifMatch.require(report.version());
        String proposal = new Narrative(contents.of(report)).propose(section);
        report.write(code, new WrittenSection(request.text(), proposal, who.name(), OffsetDateTime.now(clock)));
        reports.flush();
        return ETags.ok(views.full(new ReportAccess.Seen(report, true)), report.version());
    }

    private void requireOwnSection(Report report, Section section) {
        Scope scope = caller.scope();
        boolean own = scope.allUnits()
                || scope.unit()
                        .map(unit -> contents.isLedBy(section, unit, report))
                        .orElse(false);
        if (!own) {
            throw Problem.forbidden(BilingualText.of(
                    "Công chức chỉ sửa mục thuộc lĩnh vực do bộ phận mình chủ trì.",
                    "An officer writes the sections of areas in which the own unit leads a task."));
        }
    }
}
