package vn.cchc.feedback.policy;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Handling policies: limits by channel, category and urgency, with periods of validity. */
@Path("/api/v1/handling-policies")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.KEEP_POLICIES)
@Tag(name = "policies", description = "Thời hạn xử lý. Limits by channel, category and urgency, with their validity.")
public class PolicyResource implements Presenter<PolicyView> {

    private static final String ID = "Id of the policy";
    private static final String PATH = "/api/v1/handling-policies/";

    private final Policies policies;
    private final CurrentCaller caller;

    PolicyResource(Policies policies, CurrentCaller caller) {
        this.policies = policies;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listPolicies",
            summary = "Limits of an authority and of the whole country, by their first day",
            description =
                    "Of two that hold for a case the narrower one decides: authority, category, urgency, channel.")
    @APIResponse(responseCode = "200", description = "A page of limits")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Page<PolicyView> list(
            @QueryParam("authority") @Parameter(description = "Whose; absent: the own authority") UUID authority,
            @QueryParam("validOn")
                    @Parameter(description = "Only those valid on that day of arrival", example = "2021-03-01")
                    LocalDate validOn,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        return policies.list(caller.authorities(), authority, validOn, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPolicy", summary = "One limit, with who has entered and ended it")
    public RestResponse<PolicyView> get(@PathParam("id") @Parameter(description = ID) UUID id) {
        return shown(policies.one(id, caller.authorities()));
    }

    @Override
    public RestResponse<PolicyView> present(UUID id) {
        return get(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = PolicyResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    @MaxBody(16 * KB)
    @Operation(
            operationId = "enterPolicy",
            summary = "Enter a limit for what arrives from a later day on",
            description =
                    "A case keeps the limit that was copied to it. Where one of just the same scope is valid on the same days"
                            + " it is refused (409) unless it `replaces` that one.")
    public RestResponse<PolicyView> enter(@NotNull @Valid EnterPolicy wanted) {
        PolicyView entered = policies.enter(wanted, caller.authorities(), by());
        return ETags.created(entered, entered.version(), URI.create(PATH + entered.id()));
    }

    @POST
    @Path("/{id}/ends")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = PolicyResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "endPolicy",
            summary = "End a limit with a day of arrival",
            description = "Refused (409) where days would be left without any limit.")
    public RestResponse<PolicyView> end(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid EndPolicy wanted) {
        return shown(policies.end(id, ifMatch, wanted, caller.authorities(), by()));
    }

    @POST
    @Path("/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "previewPolicy",
            summary = "What a limit would make of arrivals, before it is entered",
            description = "Due days with it and without, explained; from when it takes effect; what stands in its way.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PolicyPreview.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public PolicyPreview preview(@NotNull @Valid TryPolicy wanted) {
        return policies.preview(wanted, caller.authorities(), by());
    }

    private static RestResponse<PolicyView> shown(PolicyView policy) {
        return ETags.ok(policy, policy.version());
    }

    private Actor by() {
        return Actor.of(caller.get());
    }
}
