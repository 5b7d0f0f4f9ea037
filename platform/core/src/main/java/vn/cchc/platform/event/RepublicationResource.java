package vn.cchc.platform.event;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.ReadableAddress;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** For operators: republishes history for a broker that has lost it or a consumer that lacks some of it. */
@Path("/api/v1/republications")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.RUN_THE_SYSTEM)
@Tag(name = "operations")
public class RepublicationResource implements Presenter<Republication> {

    private static final String PATH = "/api/v1/republications/";

    private final RepublicationOrders orders;
    private final CurrentCaller caller;

    RepublicationResource(RepublicationOrders orders, CurrentCaller caller) {
        this.orders = orders;
        this.caller = caller;
    }

    /** What to send again. */
    @Schema(name = "OrderRepublication")
    public record Order(
            @NotBlank
            @Size(max = 100)
            @Schema(
                    required = true,
                    examples = "feedback",
                    description =
                            "A kind of aggregates that this service owns. `day`: of the marks that a business day is"
                                    + " complete the last one that was sent, to every partition of all topics of this"
                                    + " service")
            String kind,

            @Schema(
                    examples = "2021-02-01",
                    description = "Only what happened on this day or later; everything if absent")
            LocalDate from) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = RepublicationResource.class)
    @MaxBody(KB)
    @Operation(
            operationId = "orderRepublication",
            summary = "Send the past of a kind of aggregates again",
            description =
                    "In the order in which it happened, as it was sent first, behind whatever is new. Consumers that"
                            + " have it already ignore it. What is from before the journal is not sent again. What the"
                            + " broker does not take is told in `lastError` and tried again, until it is taken. A `day` is"
                            + " sent when all other orders are done: order it last. 202: follow it by `Location`.")
    @APIResponse(
            responseCode = "202",
            description = "It is under way",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where to follow it",
                            required = true,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            maxLength = ReadableAddress.LONGEST,
                                            pattern = "^(https?://[^/]+)?" + RepublicationResource.PATH + ".+$")),
            content = @Content(schema = @Schema(implementation = Republication.class)))
    public RestResponse<Republication> order(@NotNull @Valid Order wanted) {
        Republication ordered = orders.order(
                wanted.kind(), Optional.ofNullable(wanted.from()), caller.get().name());
        return RestResponse.ResponseBuilder.<Republication>create(RestResponse.Status.ACCEPTED)
                .entity(ordered)
                .location(URI.create(PATH + ordered.id()))
                .build();
    }

    @Override
    public RestResponse<Republication> present(UUID id) {
        return RestResponse.ok(get(id));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRepublication",
            summary = "How far an order is",
            description = "By positions of the journal, and by the events that the broker has taken.")
    public Republication get(@RestPath UUID id) {
        return orders.get(id);
    }

    @GET
    @Operation(
            operationId = "listRepublications",
            summary = "List the orders, oldest first",
            description = "Those that are done too.")
    public Page<Republication> list(
            @QueryParam("limit") @Parameter(description = "At most this many, 50 if absent, never more than 200")
                    Integer limit,
            @QueryParam("cursor") @Parameter(description = "`next` of the page before") String cursor) {
        return orders.list(limit, cursor);
    }
}
