package vn.cchc.feedback.register;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Page;

/** The register (sổ theo dõi). */
@Path("/api/v1/register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class RegisterResource {

    private final RegisterViews views;
    private final CurrentCaller caller;

    RegisterResource(RegisterViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_REGISTER)
    @Operation(
            operationId = "readRegister",
            summary = "The register of a year or of days of entry, by number",
            description =
                    "Numbers run from 1 without a gap, in the year of entry; one whose feedback was lost by a restore stays, as `lost`."
                            + " With `asOf`, as it stood at the end of that day.")
    @APIResponse(responseCode = "200", description = "A page of the register")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public Page<RegisterEntry> read(
            @BeanParam RegisterFilters filters,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        return views.list(filters, Sight.of(caller.scope()), limit, cursor);
    }
}
