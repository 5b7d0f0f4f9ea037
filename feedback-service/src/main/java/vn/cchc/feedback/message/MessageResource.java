package vn.cchc.feedback.message;

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
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** The thread of a feedback, for staff. */
@Path("/api/v1/feedback/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "handling")
public class MessageResource implements Presenter<MessageView> {

    private final Threads threads;
    private final UriInfo uri;
    private final CurrentCaller caller;

    MessageResource(Threads threads, UriInfo uri, CurrentCaller caller) {
        this.threads = threads;
        this.uri = uri;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "listMessages",
            summary = "What sender and office have written to each other, oldest first",
            description =
                    "Questions and answers among the requests for supplements and what was supplied. The list of feedback has what"
                            + " awaits a reply by `awaitingReply=true`.")
    public Page<MessageView> list(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        return threads.page(id, Sight.of(caller.scope()), limit, cursor);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @Idempotent(presenter = MessageResource.class)
    @MaxBody(16 * KB)
    @APIResponse(
            responseCode = "201",
            description = "The message",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @Operation(
            operationId = "replyToSender",
            summary = "Write to the sender",
            description =
                    "The sender reads it with code and secret. It is no answer to the feedback: the limit runs on. Until the feedback"
                            + " is closed or has ended otherwise; at most 50 by the office, beyond"
                            + " them one reply when `replyAwaitedSince` is set. An officer writes about what is assigned to the own unit.")
    public RestResponse<MessageView> write(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @NotNull @Valid WriteMessage wanted) {
        MessageView message = threads.reply(id, wanted, Actor.of(caller.get()), Sight.of(caller.scope()));
        return ETags.created(
                message, MessageView.VERSION, URI.create("/api/v1/feedback/" + id + "/messages/" + message.id()));
    }

    @GET
    @Path("/{messageId}")
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "getMessage",
            summary = "One message between sender and office",
            description = "It never changes, but that its text may be erased.")
    public RestResponse<MessageView> get(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @PathParam("messageId") @Parameter(description = "Id of the message") UUID messageId) {
        return ETags.ok(threads.get(id, messageId, Sight.of(caller.scope())), MessageView.VERSION);
    }

    @Override
    public RestResponse<MessageView> present(UUID messageId) {
        return get(UUID.fromString(uri.getPathParameters().getFirst("id")), messageId);
    }
}
