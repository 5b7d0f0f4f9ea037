package vn.cchc.reporting.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.http.Page;
import vn.cchc.reporting.regime.ReportingRegime;

/** The reports that plans and regimes ask for, with their status. */
@Path("/api/v1/due-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "due reports", description = "Which reports are due, sent, in time, late")
public class DueReportResource {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final DueReportViews views;
    private final CurrentCaller caller;

    DueReportResource(DueReportViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_DUE_REPORTS)
    @Operation(
            operationId = "listDueReports",
            summary = "List the reports that are due in a year, by due day",
            description =
                    "What plans ask for: each period of a report schedule, and the fixed day of a report that a regime"
                            + " knows; and what a regime asks for by itself. What is not written here is told from the plan's"
                            + " milestone: accepted is sent, on the day it was handed in. The authority above sees those of all authorities beneath it.")
    @APIResponse(responseCode = "200", description = "A page of due reports")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Page<DueReportView> list(
            @Parameter(description = "Only of this authority") @QueryParam("authority") UUID authority,
            @Parameter(
                            description =
                                    "The year of the plan, or of the period where a regime asks by itself; this year if absent",
                            example = "2021")
                    @QueryParam("year")
                    @Min(FIRST_YEAR)
                    @Max(LAST_YEAR)
                    Integer year,
            @Parameter(description = "Only of this regime", example = "CCHC")
                    @QueryParam("regime")
                    @Size(max = ReportingRegime.LONGEST_CODE)
                    String regime,
            @Parameter(description = DueDay.FILTER_MOVED, example = "true") @QueryParam("moved") Boolean moved,
            @Parameter(description = DueDay.FILTER_PROVISIONAL, example = "true") @QueryParam("provisional")
                    Boolean provisional,
            @Parameter(description = "At most this many, 50 if absent, never more than 200") @QueryParam("limit")
                    Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor) {
        return views.list(
                new DueReports.Filter(authority, year, regime, moved, provisional),
                caller.authorities(),
                limit,
                cursor);
    }
}
