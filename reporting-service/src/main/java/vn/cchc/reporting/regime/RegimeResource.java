package vn.cchc.reporting.regime;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.WholeList;

/** The regimes in force. */
@Path("/api/v1/reporting-regimes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "regimes", description = "Duties to report: what is counted, for whom, in which outline")
public class RegimeResource {

    private final RegimeViews views;

    RegimeResource(RegimeViews views) {
        this.views = views;
    }

    @GET
    @WholeList(ReportingRegime.MOST)
    @Requires(Right.READ_REGIMES)
    @Operation(
            operationId = "listReportingRegimes",
            summary = "List the regimes that hold on a day",
            description = "Which reports are due, when, up to which day and to whom.")
    @APIResponse(responseCode = "200", description = "All of them; there are few")
    public Page<RegimeView> list(
            @Parameter(
                            description = "Today if absent; the days of periods are those of its year",
                            example = "2021-02-25")
                    @QueryParam("on")
                    LocalDate on) {
        return views.on(on);
    }
}
