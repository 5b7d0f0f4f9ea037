package vn.cchc.plan.authority;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PublicFor;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.platform.ratelimit.RateLimited;

/**
 * Authorities and their units: public to read, maintained by administrators of a superior authority and by operators.
 */
@Path("/api/v1/authorities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Authorities", description = "Authorities and their units, with periods of validity")
public class AuthorityResource implements Presenter<AuthorityView> {

    private static final String KEEPING =
            "How long the answer may be kept and given to others: it is equal for everybody";
    private static final String PATH = "/api/v1/authorities/";

    private final Authorities use;
    private final AuthorityViews views;
    private final CurrentCaller caller;

    AuthorityResource(Authorities use, AuthorityViews views, CurrentCaller caller) {
        this.use = use;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_AUTHORITIES)
    @RateLimited("public")
    @PublicFor(seconds = 60)
    @Operation(
            operationId = "listAuthorities",
            summary = "List authorities",
            description = "In the order of codes. Needs no token.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers =
                    @Header(
                            name = "Cache-Control",
                            description = KEEPING,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            maxLength = Bounds.NAME,
                                            examples = "public, max-age=60")))
    public Page<AuthorityView> list(
            @RestQuery @Size(max = AuthorityDetails.LONGEST_CODE) String code,
            @RestQuery AuthorityLevel level,
            @RestQuery UUID parent,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return views.list(code, level, parent, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Requires(Right.READ_AUTHORITIES)
    @RateLimited("public")
    @Operation(
            operationId = "getAuthority",
            summary = "Get an authority with its units",
            description = "Needs no token. Its ETag is what changes of it and of its units take as If-Match.")
    public RestResponse<AuthorityView> get(@RestPath UUID id) {
        return answer(views.one(id));
    }

    @POST
    @Requires(Right.KEEP_AUTHORITIES)
    @Idempotent(presenter = AuthorityResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @MaxBody(16 * KB)
    @Operation(
            operationId = "registerAuthority",
            summary = "Register an authority",
            description = "Its units are registered after it, each by itself.")
    public RestResponse<AuthorityView> register(@NotNull @Valid AuthorityDetails details) {
        Authority authority = use.register(details, caller.authorities(), by());
        return ETags.created(
                AuthorityView.of(authority, List.of()), authority.version(), URI.create(PATH + authority.id()));
    }

    @Override
    public RestResponse<AuthorityView> present(UUID id) {
        caller.authorities().require(id);
        return get(id);
    }

    @PUT
    @Path("/{id}")
    @Requires(Right.KEEP_AUTHORITIES)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "changeAuthority",
            summary = "Change what is known of an authority",
            description = "All of it is sent, what stays as well.")
    public RestResponse<AuthorityView> change(
            @RestPath UUID id, @NotNull @Valid AuthorityDetails details, @BeanParam IfMatch ifMatch) {
        return answer(use.change(id, ifMatch, details, caller.authorities(), by()));
    }

    @POST
    @Path("/{id}/units")
    @Requires(Right.KEEP_UNITS)
    @Idempotent(presenter = AuthorityResource.Units.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AuthorityView.UnitView.class)))
    @MaxBody(128 * KB)
    @Operation(
            operationId = "registerUnit",
            summary = "Register a unit of an authority",
            description = "Needs no If-Match: units are added independently of one another.")
    public RestResponse<AuthorityView.UnitView> registerUnit(@RestPath UUID id, @NotNull @Valid UnitDetails details) {
        Authorities.KeptUnit kept = use.registerUnit(id, details, caller.authorities(), by());
        return ETags.created(
                AuthorityView.UnitView.of(kept.unit()), kept.authority().version(), URI.create(PATH + id));
    }

    @PUT
    @Path("/{id}/units/{unitId}")
    @Requires(Right.KEEP_UNITS)
    @MaxBody(128 * KB)
    @Operation(
            operationId = "changeUnit",
            summary = "Change what is known of a unit",
            description = "If-Match takes the ETag of the authority; the answer is the authority.")
    public RestResponse<AuthorityView> changeUnit(
            @RestPath UUID id, @RestPath UUID unitId, @NotNull @Valid UnitDetails details, @BeanParam IfMatch ifMatch) {
        return answer(use.changeUnit(id, unitId, ifMatch, details, caller.authorities(), by()));
    }

    private static RestResponse<AuthorityView> answer(Authorities.Kept kept) {
        return ETags.ok(
                AuthorityView.of(kept.authority(), kept.units()),
                kept.authority().version());
    }

    private Actor by() {
        return Actor.of(caller.get());
    }

    /** Presents a unit, with the {@code ETag} of its authority. */
    @ApplicationScoped
    static class Units implements Presenter<AuthorityView.UnitView> {

        private final AuthorityViews views;
        private final CurrentCaller caller;

        Units(AuthorityViews views, CurrentCaller caller) {
            this.views = views;
            this.caller = caller;
        }

        @Override
        public RestResponse<AuthorityView.UnitView> present(UUID id) {
            Authorities.KeptUnit kept = views.unit(id, caller.authorities());
            return ETags.ok(
                    AuthorityView.UnitView.of(kept.unit()), kept.authority().version());
        }
    }
}
