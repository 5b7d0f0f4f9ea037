package vn.cchc.reporting.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.reporting.regime.ReportingRegime;

/** The reports that plans and regimes ask for, with their status. */
@Path("/api/v1/due-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "due reports", description = "Which reports are due, sent, in time, late")
public class DueReportResource {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final DueReports dueReports;
    private final CurrentCaller caller;
    private final WorkingCalendars calendars;
    private final Clock clock;

    DueReportResource(DueReports dueReports, CurrentCaller caller, WorkingCalendars calendars, Clock clock) {
        this.dueReports = dueReports;
        this.caller = caller;
        this.calendars = calendars;
        this.clock = clock;
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
        int size = PageLimit.of(limit);
        List<Reached> parts = ReportAccess.listed(Optional.ofNullable(authority), caller.authorities());
        LocalDate today = LocalDate.now(clock);
        int wanted = year == null ? today.getYear() : year;
        WorkingCalendar calendar = calendars.current();
        String filters = "due-reports " + authority + wanted + regime + " " + moved + " " + provisional;
        DueReports.Filter filter = new DueReports.Filter(
                parts,
                wanted,
                Optional.ofNullable(regime),
                Optional.ofNullable(moved),
                Optional.ofNullable(provisional));
        return Page.of(
                dueReports.page(filter, Cursor.decode(cursor, filters), size + 1),
                size,
                due -> DueReportView.of(due, calendar, today),
                due -> Cursor.encode(filters, due.sortedBy(), due.id()));
    }
}
