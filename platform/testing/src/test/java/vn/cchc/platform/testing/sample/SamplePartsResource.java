package vn.cchc.platform.testing.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;

/** An address beneath that of {@link SampleResource} in a class of its own. */
@Path("/api/v1/samples/{id}/parts")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.ACT_FOR_SENDER)
public class SamplePartsResource {

    @GET
    @Operation(operationId = "listSampleParts")
    public List<String> list(@RestPath UUID id) {
        return List.of();
    }
}
