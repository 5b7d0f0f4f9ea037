package vn.cchc.plan.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.Printed;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Presenter;

/** Issued plans. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.READ_PLANS)
@Tag(name = "Plans", description = "Issued plans: what is printed, what was found, money, targets, progress")
public class PlanResource implements Presenter<PlanView> {

    private final PlanViews views;
    private final CurrentCaller caller;

    PlanResource(PlanViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Path("/plans")
    @Operation(
            operationId = "listPlans",
            summary = "List plans",
            description = "The youngest first; only those of authorities that exist for the caller.")
    public Page<PlanView> list(
            @RestQuery @Min(Printed.FIRST_YEAR) @Max(Printed.LAST_YEAR) Integer year,
            @RestQuery UUID authority,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return views.list(year, authority, caller.authorities(), limit, cursor);
    }

    @GET
    @Path("/plans/{id}")
    @Operation(
            operationId = "getPlan",
            summary = "Get a plan",
            description =
                    "Head, areas and arrangements; its tasks, targets, money and findings are resources of their own.")
    public RestResponse<PlanView> get(@RestPath UUID id) {
        PlanView plan = views.one(id, caller.authorities());
        return ETags.ok(plan, plan.version());
    }

    @Override
    public RestResponse<PlanView> present(UUID id) {
        return get(id);
    }

    @GET
    @Path("/plans/{id}/changes")
    @Operation(
            operationId = "listPlanChanges",
            summary = "List what happened to a plan",
            description = "Oldest first. What happened to its milestones stands with each of them.")
    public Page<ChangeView> changes(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return views.changes(id, caller.authorities(), limit, cursor);
    }
}
