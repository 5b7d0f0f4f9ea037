package vn.cchc.feedback.escalation;

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
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Functional mailboxes that reminders are sent to. */
@Path("/api/v1/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.KEEP_MAILBOXES)
@Tag(name = "reminders")
public class MailboxResource implements Presenter<MailboxView> {

    private static final String ID = "Id of the mailbox";
    private static final String PATH = "/api/v1/mailboxes/";

    private final Mailboxes mailboxes;
    private final CurrentCaller caller;

    MailboxResource(Mailboxes mailboxes, CurrentCaller caller) {
        this.mailboxes = mailboxes;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listMailboxes", summary = "Mailboxes of an authority, by their first day")
    @APIResponse(responseCode = "200", description = "A page of mailboxes")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Page<MailboxView> list(
            @QueryParam("authority") @Parameter(description = "Whose; absent: the own authority") UUID authority,
            @QueryParam("validOn") @Parameter(description = "Only those valid on that day", example = "2021-03-01")
                    LocalDate validOn,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        return mailboxes.list(caller.authorities(), authority, validOn, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMailbox", summary = "One mailbox, with who has entered and ended it")
    public RestResponse<MailboxView> get(@PathParam("id") @Parameter(description = ID) UUID id) {
        return shown(mailboxes.one(id, caller.authorities()));
    }

    @Override
    public RestResponse<MailboxView> present(UUID id) {
        return get(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = MailboxResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = MailboxView.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    @MaxBody(16 * KB)
    @Operation(
            operationId = "enterMailbox",
            summary = "Enter a mailbox for the reminders to a unit, its head, the leader or an authority above",
            description =
                    "Each run sends one mail to each mailbox, in office hours. Refused (409) where one of the same unit and"
                            + " recipient is valid on one of its days.")
    public RestResponse<MailboxView> enter(@NotNull @Valid EnterMailbox wanted) {
        MailboxView entered = mailboxes.enter(wanted, caller.authorities(), by());
        return ETags.created(entered, entered.version(), URI.create(PATH + entered.id()));
    }

    @POST
    @Path("/{id}/ends")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = MailboxResource.class)
    @MaxBody(16 * KB)
    @Operation(operationId = "endMailbox", summary = "End a mailbox with a day")
    public RestResponse<MailboxView> end(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid EndMailbox wanted) {
        return shown(mailboxes.end(id, ifMatch, wanted, caller.authorities(), by()));
    }

    private static RestResponse<MailboxView> shown(MailboxView mailbox) {
        return ETags.ok(mailbox, mailbox.version());
    }

    private Actor by() {
        return Actor.of(caller.get());
    }
}
