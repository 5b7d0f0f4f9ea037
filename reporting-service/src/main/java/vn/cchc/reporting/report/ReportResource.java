package vn.cchc.reporting.report;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.reporting.regime.ReportingRegime;

/** Reports: begin, read, edit. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "Periodic reports, from draft to receipt")
public class ReportResource implements Presenter<ReportView> {

    private static final String PATH = "/api/v1/reports/";

    private final Drafts drafts;
    private final ReportViews views;
    private final FigureViews figures;
    private final CurrentCaller caller;

    ReportResource(Drafts drafts, ReportViews views, FigureViews figures, CurrentCaller caller) {
        this.drafts = drafts;
        this.views = views;
        this.figures = figures;
        this.caller = caller;
    }

    @POST
    @Requires(Right.BEGIN_REPORTS)
    @Idempotent(presenter = ReportResource.class)
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
        ReportViews.Shown begun =
                views.one(drafts.begin(request, caller.authorities(), caller.get()), caller.authorities());
        return ETags.created(
                begun.view(), begun.version(), URI.create(PATH + begun.view().id()));
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
            @Parameter(description = "Only of this year", example = "2021")
                    @QueryParam("year")
                    @Min(1)
                    @Max(Bounds.LAST_YEAR)
                    Integer year,
            @Parameter(description = "Only of this regime", example = "CCHC")
                    @QueryParam("regime")
                    @Size(max = ReportingRegime.LONGEST_CODE)
                    String regime,
            @Parameter(description = "Only in this state") @QueryParam("state") ReportState state,
            @Parameter(description = DueDay.FILTER_MOVED, example = "true") @QueryParam("moved") Boolean moved,
            @Parameter(description = DueDay.FILTER_PROVISIONAL, example = "true") @QueryParam("provisional")
                    Boolean provisional,
            @Parameter(description = "At most this many, 50 if absent, never more than 200") @QueryParam("limit")
                    Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor) {
        ReportRepository.Filter filter =
                new ReportRepository.Filter(authority, year, regime, state, moved, provisional);
        return views.list(filter, caller.authorities(), limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Requires(Right.READ_REPORTS)
    @Operation(
            operationId = "getReport",
            summary = "Read a report with its text",
            description =
                    "A draft has the present figures in its text, an approved one those that it was approved with.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public RestResponse<ReportView> get(@PathParam("id") UUID id) {
        return answer(views.one(id, caller.authorities()));
    }

    @Override
    public RestResponse<ReportView> present(UUID id) {
        return get(id);
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
        return figures.of(id, caller.authorities());
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
            @Parameter(example = "pakn.received", schema = @Schema(type = SchemaType.STRING, maxLength = Bounds.NAME))
                    @PathParam("code")
                    String code,
            @Parameter(description = "At most this many, 50 if absent, never more than 200") @QueryParam("limit")
                    Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor) {
        return figures.sources(id, code, caller.authorities(), limit, cursor);
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
        return views.changes(id, caller.authorities(), limit, cursor);
    }

    @PUT
    @Path("/{id}/sections/{section}")
    @Requires(Right.WRITE_REPORTS)
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
            @Parameter(
                            description = "Code of the section: I, II, II.1 to II.6, III, IV, V",
                            example = "II.2",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Bounds.NAME))
                    @PathParam("section")
                    String code,
            @BeanParam IfMatch ifMatch,
            @Valid @NotNull WriteSection request) {
        return answer(drafts.write(id, ifMatch, code, request.text(), caller.authorities(), caller.get()));
    }

    private static RestResponse<ReportView> answer(ReportViews.Shown shown) {
        return ETags.ok(shown.view(), shown.version());
    }
}
