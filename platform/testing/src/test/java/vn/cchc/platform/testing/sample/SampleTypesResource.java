package vn.cchc.platform.testing.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;

/** One address with two media types. */
@Path("/api/v1/samples/several-types")
@Requires(Right.READ_REGISTER)
public class SampleTypesResource {

    @GET
    @Produces("text/csv")
    @Operation(operationId = "getSampleTypes")
    public String csv() {
        return "a,b";
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=0.9")
    @Operation(hidden = true)
    public String html() {
        return "<p>a b";
    }
}
