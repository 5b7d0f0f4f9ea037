package vn.cchc.feedback.tracking;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.feedback.message.MessageView;
import vn.cchc.feedback.message.WriteMessage;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.platform.ratelimit.RateLimited;

/** The thread of a feedback, for its sender. */
@Path("/api/v1/tracking/{code}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.FOLLOW_FEEDBACK)
@Tag(name = "tracking")
public class TrackedMessageResource implements Presenter<MessageView> {

    private final Tracking tracking;
    private final UriInfo uri;
    private final HttpHeaders headers;

    TrackedMessageResource(Tracking tracking, UriInfo uri, HttpHeaders headers) {
        this.tracking = tracking;
        this.uri = uri;
        this.headers = headers;
    }

    @GET
    @RateLimited("tracking")
    @Operation(
            operationId = "listTrackedMessages",
            summary = "What sender and office have written to each other, oldest first",
            description = "With the code and the secret of the receipt, without an account.")
    public Page<MessageView> list(
            @BeanParam ReceiptKey key,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        return tracking.messages(key.code(), key.secret(), limit, cursor);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = TrackedMessageResource.class)
    @RateLimited("message")
    @MaxBody(16 * KB)
    @APIResponse(
            responseCode = "201",
            description = "The message",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @Operation(
            operationId = "askOffice",
            summary = "Write to the office that handles a feedback",
            description =
                    "A question, or something to add. Until the feedback is closed or has ended otherwise; at most 50 by the sender."
                            + " With the code and the secret of the receipt, without an account.")
    public RestResponse<MessageView> write(@BeanParam ReceiptKey key, @NotNull @Valid WriteMessage wanted) {
        return created(key.code(), tracking.ask(key.code(), key.secret(), wanted));
    }

    @GET
    @Path("/{messageId}")
    @RateLimited("tracking")
    @Operation(
            operationId = "getTrackedMessage",
            summary = "One message between sender and office",
            description = "With the code and the secret of the receipt, without an account.")
    public RestResponse<MessageView> get(
            @BeanParam ReceiptKey key,
            @PathParam("messageId") @Parameter(description = "Id of the message") UUID messageId) {
        return ETags.ok(tracking.message(key.code(), key.secret(), messageId), MessageView.VERSION);
    }

    /** Requires code and secret again: the id alone gives no access. */
    @Override
    public RestResponse<MessageView> present(UUID id) {
        return ETags.ok(
                tracking.message(
                        uri.getPathParameters().getFirst("code"), headers.getHeaderString(ReceiptKey.SECRET), id),
                MessageView.VERSION);
    }

    private static RestResponse<MessageView> created(String code, MessageView message) {
        return ETags.created(
                message,
                MessageView.VERSION,
                UriBuilder.fromPath("/api/v1/tracking/{code}/messages/{id}").build(code, message.id()));
    }
}
