package vn.cchc.feedback.tracking;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.feedback.attachment.AttachmentList;
import vn.cchc.feedback.handling.ReopenFeedback;
import vn.cchc.feedback.handling.SupplementFeedback;
import vn.cchc.feedback.handling.WithdrawFeedback;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.platform.ratelimit.RateLimited;

/** Tracking of a feedback without an account. */
@Path("/api/v1/tracking/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.FOLLOW_FEEDBACK)
@Tag(name = "tracking", description = "Tra cứu không cần tài khoản. Following a feedback without an account.")
public class TrackingResource implements Presenter<TrackingView> {

    private final Tracking tracking;
    private final UriInfo uri;
    private final HttpHeaders headers;

    TrackingResource(Tracking tracking, UriInfo uri, HttpHeaders headers) {
        this.tracking = tracking;
        this.uri = uri;
        this.headers = headers;
    }

    @GET
    @RateLimited("tracking")
    @Operation(
            operationId = "trackFeedback",
            summary = "How a feedback stands, who holds it and by which day the answer is due",
            description = "With the code and the secret of the receipt, without an account.")
    public RestResponse<TrackingView> get(@BeanParam ReceiptKey key) {
        return shown(tracking.get(key.code(), key.secret()));
    }

    /** Requires code and secret again: the id alone gives no access. */
    @Override
    public RestResponse<TrackingView> present(UUID id) {
        return shown(
                tracking.get(uri.getPathParameters().getFirst("code"), headers.getHeaderString(ReceiptKey.SECRET)));
    }

    @GET
    @Path("/attachments")
    @RateLimited("tracking")
    @Operation(
            operationId = "listTrackedAttachments",
            summary = "The files that were handed in with a feedback",
            description = "With the code and the secret of the receipt, without an account.")
    public AttachmentList attachments(@BeanParam ReceiptKey key) {
        return tracking.attachments(key.code(), key.secret());
    }

    @POST
    @Path("/supplements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = TrackingResource.class)
    @RateLimited("tracking")
    @MaxBody(64 * KB)
    @Operation(
            operationId = "supplementFeedback",
            summary = "Hand in what the authority asked for",
            description = "With the code and the secret of the receipt, without an account.")
    public RestResponse<TrackingView> supplement(@BeanParam ReceiptKey key, @NotNull @Valid SupplementFeedback wanted) {
        return shown(tracking.supplement(key.code(), key.secret(), wanted));
    }

    @POST
    @Path("/reopenings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = TrackingResource.class)
    @RateLimited("tracking")
    @MaxBody(16 * KB)
    @Operation(
            operationId = "reopenFeedback",
            summary = "Reopen an answered feedback, with a reason",
            description =
                    "Until `reopenableUntil`, and as often as the policy allows (409 otherwise). A new limit runs from now on."
                            + " With the code and the secret of the receipt, without an account.")
    public RestResponse<TrackingView> reopen(@BeanParam ReceiptKey key, @NotNull @Valid ReopenFeedback wanted) {
        return shown(tracking.reopen(key.code(), key.secret(), wanted));
    }

    @POST
    @Path("/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = TrackingResource.class)
    @RateLimited("tracking")
    @MaxBody(16 * KB)
    @Operation(
            operationId = "withdrawFeedback",
            summary = "Take a feedback back, as long as it is not answered",
            description = "With the code and the secret of the receipt, without an account.")
    public RestResponse<TrackingView> withdraw(
            @BeanParam ReceiptKey key, @RequestBody(required = false) @Valid WithdrawFeedback wanted) {
        WithdrawFeedback given = wanted == null ? new WithdrawFeedback(null) : wanted;
        return shown(tracking.withdraw(key.code(), key.secret(), given));
    }

    private static RestResponse<TrackingView> shown(Tracking.Tracked tracked) {
        return ETags.ok(tracked.view(), tracked.version());
    }
}
