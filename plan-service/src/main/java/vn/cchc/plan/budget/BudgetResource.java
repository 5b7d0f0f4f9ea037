package vn.cchc.plan.budget;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;

/** The budget of a plan. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.READ_PLANS)
@Tag(name = "Plans")
public class BudgetResource {

    private final Budgets budgets;
    private final CurrentCaller caller;

    BudgetResource(Budgets budgets, CurrentCaller caller) {
        this.budgets = budgets;
        this.caller = caller;
    }

    @GET
    @Path("/plans/{id}/budget")
    @Operation(
            operationId = "getBudget",
            summary = "Compare the stated amounts of a plan with the computed ones",
            description =
                    "Computed is the sum of the task rows beneath a heading. Differences are shown, never corrected.")
    public BudgetView get(@RestPath UUID id) {
        return budgets.ofPlan(id, caller.authorities());
    }
}
