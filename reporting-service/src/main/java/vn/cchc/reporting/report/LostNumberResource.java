package vn.cchc.reporting.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Page;

/** Report numbers in the number book whose approval is lost. */
@Path("/api/v1/reports/lost-numbers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class LostNumberResource {

    private final LostNumberViews views;
    private final CurrentCaller caller;

    LostNumberResource(LostNumberViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_REPORTS)
    @Operation(
            operationId = "listLostReportNumbers",
            summary = "List the numbers of reports that a restore of the database has lost, by number",
            description =
                    "They are not given again, so that two documents never have the same number. Those of the own authority; the"
                            + " authority above sees those of reports that had been sent to it.")
    @APIResponse(responseCode = "200", description = "A page of numbers")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Page<LostNumber> list(
            @Parameter(description = "Only of this authority") @QueryParam("authority") UUID authority,
            @Parameter(
                            description =
                                    "Year of the first approval, whose number book they are in; this year if absent",
                            example = "2021")
                    @QueryParam("year")
                    @Min(1)
                    @Max(Bounds.LAST_YEAR)
                    Integer year,
            @Parameter(description = "At most this many, 50 if absent, never more than 200") @QueryParam("limit")
                    Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor) {
        return views.list(authority, year, caller.authorities(), limit, cursor);
    }
}
