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
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.MaxBody;

/** Reading of wordings of targets before there is a plan document. */
@Path("/api/v1/target-readings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plan imports")
public class TargetWordingResource {

    @POST
    @Requires(Right.IMPORT_PLANS)
    @MaxBody(1280 * KB)
    @Operation(
            operationId = "readTargets",
            summary = "Read wordings of targets",
            description =
                    "Stores nothing: for an editor to show, while people type, what an import will read of a target of the body. A"
                            + " target has `aim` where it was read, `unread` where its figures are in doubt, and neither where"
                            + " it has none that are asked for. The title of an annex row is read alike, but as one target:"
                            + " where it has several here, the import leaves it.")
    public TargetWordingsView read(@NotNull @Valid ReadTargets request) {
        return TargetWordingsView.of(request.texts());
    }
}
