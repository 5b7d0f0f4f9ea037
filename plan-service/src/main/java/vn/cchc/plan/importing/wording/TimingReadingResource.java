package vn.cchc.plan.importing.wording;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.MaxBody;

/** Reading of wordings of timings before there is a plan document. */
@Path("/api/v1/timing-readings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plan imports")
public class TimingReadingResource {

    private final TimingReadings readings;
    private final CurrentCaller caller;

    TimingReadingResource(TimingReadings readings, CurrentCaller caller) {
        this.readings = readings;
        this.caller = caller;
    }

    @POST
    @Requires(Right.IMPORT_PLANS)
    @MaxBody(640 * KB)
    @Operation(
            operationId = "readTimings",
            summary = "Read wordings of timings",
            description =
                    "Stores nothing: for an editor to show, while people type, what an import will read. Each text is read for"
                            + " itself, so that \"như trên\" is not read. Whether X itself is in time in \"trước ngày X\" is the"
                            + " setting `deadlineInclusive` of the caller's own authority. 422 also where all texts together"
                            + " state more than " + TimingReadings.MOST_OCCURRENCES + " occurrences.")
    public TimingReadingsView read(@NotNull @Valid ReadTimings request) {
        return readings.read(request, caller.get().authority());
    }
}
