package vn.cchc.feedback.policy;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Office hours, which limits in working hours count, with periods of validity. */
@Path("/api/v1/office-hours")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.KEEP_POLICIES)
@Tag(name = "policies")
public class OfficeHoursResource implements Presenter<OfficeHoursView> {

    private static final String PATH = "/api/v1/office-hours/";

    /** They are never changed. */
    private static final int VERSION = 1;

    private final KeptOfficeHours kept;
    private final CurrentCaller caller;

    OfficeHoursResource(KeptOfficeHours kept, CurrentCaller caller) {
        this.kept = kept;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listOfficeHours",
            summary = "Office hours of an authority and of the whole country, by their first day",
            description =
                    "Of those valid on a day the own ones of an authority hold, then those valid from the later day,"
                            + " then those entered last.")
    @APIResponse(responseCode = "200", description = "A page of office hours")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Page<OfficeHoursView> list(
            @QueryParam("authority") @Parameter(description = "Whose; absent: the own authority") UUID authority,
            @QueryParam("validOn") @Parameter(description = "Only those valid on that day", example = "2021-03-01")
                    LocalDate validOn,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        return kept.list(caller.authorities(), authority, validOn, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOfficeHours", summary = "Office hours, with who has entered them")
    public RestResponse<OfficeHoursView> get(
            @PathParam("id") @Parameter(description = "Id of the office hours") UUID id) {
        return ETags.ok(kept.one(id, caller.authorities()), VERSION);
    }

    @Override
    public RestResponse<OfficeHoursView> present(UUID id) {
        return get(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = OfficeHoursResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = OfficeHoursView.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @MaxBody(16 * KB)
    @Operation(
            operationId = "enterOfficeHours",
            summary = "Enter office hours that hold from a later day on",
            description = "They take the place of those valid until then, which are kept. No open case is counted anew"
                    + " because of them: it is when a pause ends, an extension is granted, or the working days"
                    + " change.")
    public RestResponse<OfficeHoursView> enter(@NotNull @Valid EnterOfficeHours wanted) {
        OfficeHoursView entered = kept.enter(wanted, caller.authorities(), Actor.of(caller.get()));
        return ETags.created(entered, VERSION, URI.create(PATH + entered.id()));
    }
}
