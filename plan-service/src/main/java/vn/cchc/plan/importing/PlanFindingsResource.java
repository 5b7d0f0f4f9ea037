package vn.cchc.plan.importing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.cchc.plan.Printed;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.WholeList;

/** What was found in an issued plan. */
@Path("/api/v1/plans/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
public class PlanFindingsResource {

    private final ShownReadings readings;
    private final CurrentCaller caller;

    PlanFindingsResource(ShownReadings readings, CurrentCaller caller) {
        this.readings = readings;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_PLANS)
    @WholeList(Printed.FINDINGS)
    @Operation(
            operationId = "listPlanFindings",
            summary = "List what was found in a plan when it was issued",
            description = "All of them, the gravest first; their number is bounded by that of the annex rows. Without"
                    + " those on the file of its document (`FILE_…`), which stay with the import.")
    public Page<FindingView> findings(@RestPath UUID id, @RestQuery FindingCode code) {
        return readings.ofPlan(id, code, caller.authorities());
    }
}
