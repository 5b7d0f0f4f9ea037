package vn.cchc.platform.training;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.time.TrainingClockConfig;

/** Reads and sets business time where {@link TrainingClockConfig#enabled()}; otherwise 404. Not part of the API. */
@Path("/local/training-clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires(Right.SET_THE_TRAINING_CLOCK)
public class TrainingClockResource {

    private final TrainingClock use;

    TrainingClockResource(TrainingClock use) {
        this.use = use;
    }

    @GET
    @Operation(hidden = true)
    public BusinessTime get() {
        return use.get();
    }

    @PUT
    @MaxBody(KB)
    @Operation(hidden = true)
    public BusinessTime set(BusinessTime wanted) {
        return use.set(wanted);
    }
}
