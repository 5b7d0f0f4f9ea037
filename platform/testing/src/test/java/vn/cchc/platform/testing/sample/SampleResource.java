package vn.cchc.platform.testing.sample;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.PublicFor;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.platform.ratelimit.RateLimited;

@Path("/api/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.READ_REGISTER)
public class SampleResource implements Presenter<SampleView> {

    private static final UUID FIRST = new UUID(0, 0);

    private final Samples samples;
    private final SampleRepository repository;
    private final CurrentCaller caller;

    SampleResource(Samples samples, SampleRepository repository, CurrentCaller caller) {
        this.samples = samples;
        this.repository = repository;
        this.caller = caller;
    }

    @POST
    @Requires(Right.READ_AUTHORITIES)
    @Idempotent(presenter = SampleResource.class)
    @MaxBody(KB)
    @Operation(operationId = "createSample")
    public RestResponse<SampleView> create(@NotNull @Valid WriteSample request) {
        Sample sample = samples.add(Ids.next(), request.name());
        if (request.name().equals("refused")) {
            throw Problem.unprocessable("refused", BilingualText.of("Bị từ chối.", "Refused."));
        }
        return ETags.created(SampleView.of(sample), sample.version(), URI.create("/api/v1/samples/" + sample.id()));
    }

    @Override
    public RestResponse<SampleView> present(UUID id) {
        return get(id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSample")
    public RestResponse<SampleView> get(@RestPath UUID id) {
        Sample sample = find(id);
        return ETags.ok(SampleView.of(sample), sample.version());
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @MaxBody(KB)
    @Operation(operationId = "changeSample")
    public RestResponse<SampleView> change(
            @RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid WriteSample request) {
        Sample sample = find(id);
        ifMatch.require(sample.version());
        if (sample.name().equals("closed")) {
            throw Problem.wrongTransition("CLOSED", "rename", List.of("reopen"));
        }
        sample.rename(request.name());
        samples.append(sample);
        return ETags.ok(SampleView.of(sample), sample.version());
    }

    @GET
    @Operation(operationId = "listSamples")
    public Page<SampleView> list(
            @QueryParam("name") String name, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return Page.read(
                        limit,
                        cursor,
                        "name=" + name,
                        (after, atMost) -> repository.named(
                                name, after.map(last -> last.uuid(0)).orElse(FIRST), atMost),
                        row -> List.of(row.id()))
                .map(SampleView::of);
    }

    @GET
    @Path("/whoami")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "whoAmI")
    public String whoAmI() {
        return caller.get().authority() + " " + caller.get().roles() + " "
                + caller.get().unitId();
    }

    @POST
    @Path("/flood")
    @Requires(Right.READ_AUTHORITIES)
    @RateLimited("flood")
    @PublicFor(seconds = 60)
    @Operation(operationId = "flood")
    public void flood() {}

    private Sample find(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(Problem::notFound);
    }
}
