package vn.cchc.plan.target;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.Printed;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.WholeList;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Targets of a plan and their readings. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Targets", description = "Targets of a plan and their readings")
public class TargetResource implements Presenter<TargetView.TargetReadingView> {

    private final TargetReadings use;
    private final TargetViews views;
    private final CurrentCaller caller;

    TargetResource(TargetReadings use, TargetViews views, CurrentCaller caller) {
        this.use = use;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Path("/plans/{id}/targets")
    @WholeList(Printed.TARGETS + Printed.ROWS + OurTarget.MOST)
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "listTargets",
            summary = "List the targets of a plan with their latest readings",
            description =
                    "Those of the body in printed order, those read from annex rows, then those of ours. All of them.")
    public Page<TargetView> list(@RestPath UUID id) {
        return views.ofPlan(id, caller.authorities());
    }

    @POST
    @Path("/targets/{id}/readings")
    @Requires(Right.HAND_IN_EVIDENCE)
    @Idempotent(presenter = TargetResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = TargetView.TargetReadingView.class)))
    @MaxBody(16 * KB)
    @Operation(
            operationId = "recordReading",
            summary = "Record a reading of a target",
            description =
                    "Supersedes the reading of the same period; nothing is overwritten. An officer records those of targets whose annex rows the own unit leads.")
    public RestResponse<TargetView.TargetReadingView> record(@RestPath UUID id, @NotNull @Valid RecordReading request) {
        TargetReadings.Entered entered = use.enter(id, request.figures(), caller.authorities(), Actor.of(caller.get()));
        return ETags.created(
                TargetView.TargetReadingView.of(entered.target(), entered.reading()),
                0,
                URI.create("/api/v1/plans/" + entered.target().planId() + "/targets"));
    }

    @Override
    public RestResponse<TargetView.TargetReadingView> present(UUID id) {
        return ETags.ok(views.reading(id, caller.authorities()), 0);
    }
}
