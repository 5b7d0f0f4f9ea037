package vn.cchc.feedback.intake;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.idempotency.Idempotency;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.IdempotentRequest;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.platform.ratelimit.RateLimited;

/** Intake of feedback. */
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "intake", description = "Tiếp nhận phản ánh, kiến nghị. Handing in feedback.")
public class IntakeResource implements Presenter<ReceiptView> {

    private final Intake intake;
    private final Idempotency idempotency;
    private final IdempotentRequest request;
    private final CurrentCaller caller;

    IntakeResource(Intake intake, Idempotency idempotency, IdempotentRequest request, CurrentCaller caller) {
        this.intake = intake;
        this.idempotency = idempotency;
        this.request = request;
        this.caller = caller;
    }

    @POST
    @Requires(Right.HAND_IN_FEEDBACK)
    @RateLimited("intake")
    @MaxBody(64 * KB)
    @Operation(operationId = "receiveFeedback", summary = "Hand in a feedback", description = """
        Without an account for the channel `ONLINE`: names its authority, and the sender gives a name and a phone \
        number or an email address. A clerk, with a token, enters what came through any channel, with the time it \
        really arrived; the limit runs from there. Missing parts of the sender's identity can be asked for later.\
        """)
    @APIResponse(
            responseCode = "201",
            description = "Received; the answer is the receipt",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Problem401")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Problem403")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = Idempotent.DESCRIPTION + " The receipt has its secret again.",
            schema = @Schema(type = SchemaType.STRING))
    public RestResponse<ReceiptView> receive(@NotNull @Valid ReceiveFeedback wanted) {
        if (wanted.needsAccount()) {
            caller.requireAccount();
        }
        return intake.receive(
                wanted, caller.get(), request.derivedId(), work -> idempotency.once(this, () -> created(work.get())));
    }

    private static RestResponse<ReceiptView> created(Intake.Received received) {
        ReceiptView receipt = received.receipt();
        return ETags.created(receipt, received.version(), URI.create("/api/v1/feedback/" + receipt.id()));
    }

    @Override
    public RestResponse<ReceiptView> present(UUID id) {
        Intake.Received received = intake.received(id);
        return ETags.ok(received.receipt(), received.version());
    }
}
