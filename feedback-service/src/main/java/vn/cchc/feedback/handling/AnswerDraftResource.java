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

/** Drafts of answers, for staff. What the leader decides on them is an operation on the feedback ({@link HandlingResource}). */
@Path("/api/v1/feedback/{id}/answer-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "handling")
public class AnswerDraftResource implements Presenter<AnswerDraftView> {

    private final AnswerDrafts drafts;
    private final UriInfo uri;
    private final CurrentCaller caller;

    AnswerDraftResource(AnswerDrafts drafts, UriInfo uri, CurrentCaller caller) {
        this.drafts = drafts;
        this.uri = uri;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "listAnswerDrafts",
            summary = "The draft of the answer, where there is one",
            description =
                    "Staff who see the feedback see it; the sender never does. It is gone once the feedback is answered or has ended"
                            + " otherwise. The list of feedback has what is with the leader by `releaseAwaited=true`.")
    public AnswerDraftList list(@PathParam("id") @Parameter(description = "Id of the feedback") UUID id) {
        return drafts.list(id, Sight.of(caller.scope()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @Idempotent(presenter = AnswerDraftResource.class)
    @MaxBody(128 * KB)
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = AnswerDraftView.class)))
    @Operation(
            operationId = "beginAnswerDraft",
            summary = "Begin the draft of the answer",
            description =
                    "Of an assigned or reopened feedback, one at a time (409 `draft-exists`). The feedback is not answered by it, and"
                            + " its limit runs. An officer writes it for what is assigned to the own unit.")
    public RestResponse<AnswerDraftView> begin(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @NotNull @Valid AnswerFeedback wanted) {
        AnswerDraftView draft = drafts.begin(id, wanted, by());
        return ETags.created(
                draft, draft.version(), URI.create("/api/v1/feedback/" + id + "/answer-drafts/" + draft.id()));
    }

    @GET
    @Path("/{draftId}")
    @Requires(Right.READ_FEEDBACK)
    @Operation(operationId = "getAnswerDraft", summary = "The draft of the answer")
    public RestResponse<AnswerDraftView> get(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @PathParam("draftId") @Parameter(description = "Id of the draft") UUID draftId) {
        return shown(drafts.get(id, draftId, Sight.of(caller.scope())));
    }

    @PUT
    @Path("/{draftId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @MaxBody(128 * KB)
    @APIResponse(
            responseCode = "200",
            description = "The draft as it was written",
            content = @Content(schema = @Schema(implementation = AnswerDraftView.class)))
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    @Operation(
            operationId = "writeAnswerDraft",
            summary = "Write the draft of the answer anew",
            description = "Not while it is with the leader (409 `draft-submitted`).")
    public RestResponse<AnswerDraftView> write(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @PathParam("draftId") @Parameter(description = "Id of the draft") UUID draftId,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid AnswerFeedback wanted) {
        return shown(drafts.write(id, draftId, ifMatch, wanted, by()));
    }

    @Override
    public RestResponse<AnswerDraftView> present(UUID draftId) {
        return get(UUID.fromString(uri.getPathParameters().getFirst("id")), draftId);
    }

    private static RestResponse<AnswerDraftView> shown(AnswerDraftView draft) {
        return ETags.ok(draft, draft.version());
    }

    private Staff by() {
        return Staff.of(caller.get(), caller.scope());
    }
}
