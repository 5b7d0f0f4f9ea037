package vn.cchc.feedback.handling;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Letters of apology, for staff. Their release is an operation on the feedback ({@link HandlingResource}). */
@Path("/api/v1/feedback/{id}/apology-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "handling")
public class ApologyLetterResource implements Presenter<ApologyLetterView> {

    private final ApologyLetters letters;
    private final UriInfo uri;
    private final CurrentCaller caller;

    ApologyLetterResource(ApologyLetters letters, UriInfo uri, CurrentCaller caller) {
        this.letters = letters;
        this.uri = uri;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "listApologyLetters",
            summary = "The letters of apology for late answers",
            description =
                    "At most one of each round. The sender sees what is released; a draft is gone once the feedback has ended.")
    public ApologyLetterList list(@PathParam("id") @Parameter(description = "Id of the feedback") UUID id) {
        return letters.list(id, Sight.of(caller.scope()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @Idempotent(presenter = ApologyLetterResource.class)
    @MaxBody(16 * KB)
    @APIResponse(
            responseCode = "201",
            description = "The letter",
            content = @Content(schema = @Schema(implementation = ApologyLetterView.class)))
    @Operation(
            operationId = "beginApologyLetter",
            summary = "Begin the letter of apology for a late answer, with the new day",
            description =
                    "Of a feedback that is open and overdue (409 `not-overdue`), once in a round (409 `letter-exists`, `letter-released`)."
                            + " It is no extension: due day and figures stay, and the feedback stays overdue.")
    public RestResponse<ApologyLetterView> begin(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @NotNull @Valid WriteApologyLetter wanted) {
        ApologyLetterView letter = letters.begin(id, wanted, by());
        return ETags.created(
                letter, letter.version(), URI.create("/api/v1/feedback/" + id + "/apology-letters/" + letter.id()));
    }

    @GET
    @Path("/{letterId}")
    @Requires(Right.READ_FEEDBACK)
    @Operation(operationId = "getApologyLetter", summary = "A letter of apology")
    public RestResponse<ApologyLetterView> get(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @PathParam("letterId") @Parameter(description = "Id of the letter") UUID letterId) {
        return shown(letters.get(id, letterId, Sight.of(caller.scope())));
    }

    @PUT
    @Path("/{letterId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @MaxBody(16 * KB)
    @APIResponse(
            responseCode = "200",
            description = "The letter as it was written",
            content = @Content(schema = @Schema(implementation = ApologyLetterView.class)))
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    @Operation(
            operationId = "writeApologyLetter",
            summary = "Write the letter of apology anew",
            description = "Until it is released (409 `letter-released`).")
    public RestResponse<ApologyLetterView> write(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @PathParam("letterId") @Parameter(description = "Id of the letter") UUID letterId,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid WriteApologyLetter wanted) {
        return shown(letters.write(id, letterId, ifMatch, wanted, by()));
    }

    @Override
    public RestResponse<ApologyLetterView> present(UUID letterId) {
        return get(UUID.fromString(uri.getPathParameters().getFirst("id")), letterId);
    }

    private static RestResponse<ApologyLetterView> shown(ApologyLetterView letter) {
        return ETags.ok(letter, letter.version());
    }

    private Staff by() {
        return Staff.of(caller.get(), caller.scope());
    }
}
