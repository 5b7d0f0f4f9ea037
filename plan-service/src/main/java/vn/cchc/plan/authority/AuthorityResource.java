package vn.cchc.plan.authority;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.PublicFor;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.platform.ratelimit.RateLimited;

/** Authorities and their units: seen by everybody, kept by administrators above and by operators. */
@Path("/api/v1/authorities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Authorities", description = "Authorities and their units, with periods of validity")
public class AuthorityResource implements Presenter<AuthorityView> {

    private static final String KEEPING =
            "How long the answer may be kept and given to others: it is equal for everybody";
    private static final String PATH = "/api/v1/authorities/";

    private final AuthorityRepository authorities;
    private final AuthorityScope scope;
    private final Journal journal;
    private final CurrentCaller caller;
    private final Clock clock;

    AuthorityResource(
            AuthorityRepository authorities, AuthorityScope scope, Journal journal, CurrentCaller caller, Clock clock) {
        this.authorities = authorities;
        this.scope = scope;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
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
                            schema = @Schema(type = SchemaType.STRING, examples = "public, max-age=60")))
    public Page<AuthorityView> list(
            @RestQuery String code,
            @RestQuery AuthorityLevel level,
            @RestQuery UUID parent,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        String filters = Objects.toString(code) + level + parent;
        int size = PageLimit.of(limit);
        String after = Cursor.decode(cursor, filters)
                .map(position -> position.string(0))
                .orElse(null);
        return Page.of(
                authorities.page(code, level, parent, after, size + 1),
                size,
                AuthorityView::of,
                authority -> Cursor.encode(filters, authority.code()));
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
        Authority authority = authorities.get(id);
        return ETags.ok(AuthorityView.of(authority, authorities.units(id)), authority.version());
    }

    @POST
    @Requires(Right.KEEP_AUTHORITIES)
    @Transactional
    @Idempotent(presenter = AuthorityResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @MaxBody(16 * KB)
    @Operation(operationId = "registerAuthority", summary = "Register an authority")
    public RestResponse<AuthorityView> register(@NotNull @Valid AuthorityDetails details) {
        requirePlace(details);
        check(details, null);
        Authority authority = Authority.registered(authorities.idFor(details.code()), details, clock.instant());
        authorities.persist(authority);
        flush(details.code());
        journal.append(() -> AuthorityEvent.registered(authority, by()));
        return ETags.created(
                AuthorityView.of(authority, List.of()), authority.version(), URI.create(PATH + authority.id()));
    }

    @Override
    public RestResponse<AuthorityView> present(UUID id) {
        scope.require(id);
        return get(id);
    }

    @PUT
    @Path("/{id}")
    @Requires(Right.KEEP_AUTHORITIES)
    @Transactional
    @MaxBody(16 * KB)
    @Operation(operationId = "changeAuthority", summary = "Change what is known of an authority")
    public RestResponse<AuthorityView> change(
            @RestPath UUID id, @NotNull @Valid AuthorityDetails details, @BeanParam IfMatch ifMatch) {
        Authority authority = forChange(id);
        requirePlace(details);
        ifMatch.require(authority.version());
        check(details, authority);
        authority.change(details, clock.instant());
        flush(details.code());
        return changed(authority);
    }

    @POST
    @Path("/{id}/units")
    @Requires(Right.KEEP_UNITS)
    @Transactional
    @Idempotent(presenter = UnitPresenter.class)
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
        Authority authority = forChange(id);
        check(details, authorities.units(id), null);
        Unit unit = Unit.registered(authorities.unitIdFor(id, details.code()), id, details);
        authorities.add(unit);
        authority.unitsChanged(clock.instant());
        changed(authority);
        return ETags.created(AuthorityView.UnitView.of(unit), authority.version(), URI.create(PATH + id));
    }

    @PUT
    @Path("/{id}/units/{unitId}")
    @Requires(Right.KEEP_UNITS)
    @Transactional
    @MaxBody(128 * KB)
    @Operation(
            operationId = "changeUnit",
            summary = "Change what is known of a unit",
            description = "If-Match takes the ETag of the authority; the answer is the authority.")
    public RestResponse<AuthorityView> changeUnit(
            @RestPath UUID id, @RestPath UUID unitId, @NotNull @Valid UnitDetails details, @BeanParam IfMatch ifMatch) {
        Authority authority = forChange(id);
        List<Unit> units = authorities.units(id);
        Unit unit = units.stream()
                .filter(each -> each.id().equals(unitId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        ifMatch.require(authority.version());
        check(details, units, unit);
        unit.change(details);
        authority.unitsChanged(clock.instant());
        return changed(authority);
    }

    private RestResponse<AuthorityView> changed(Authority authority) {
        journal.append(() -> AuthorityEvent.changed(authority, authorities.units(authority.id()), by()));
        return ETags.ok(AuthorityView.of(authority, authorities.units(authority.id())), authority.version());
    }

    private Change.By by() {
        return new Change.By(caller.get().subject(), caller.get().name());
    }

    private Authority forChange(UUID id) {
        scope.require(id);
        return authorities.forChange(id);
    }

    /**
     * An administrator puts authorities beneath the own one, or beneath those that are there already; only an operator makes
     * one that nothing is above.
     *
     * @throws Problem 404 when the authority above does not exist for the caller
     */
    private void requirePlace(AuthorityDetails details) {
        if (details.parentId() == null) {
            if (scope.visible().isPresent()) {
                throw Problem.invalid(
                        "parentId",
                        "Phải là cơ quan của bạn hoặc cơ quan cấp dưới.",
                        "Must be the own authority or one beneath it.");
            }
        } else if (!scope.reachesBeneath(details.parentId())) {
            throw Problem.notFound(FieldFault.of("parentId", "Không có cơ quan này.", "There is no such authority."));
        }
    }

    private void check(AuthorityDetails details, Authority self) {
        if (details.validTo() != null && details.validTo().isBefore(details.validFrom())) {
            throw Problem.invalid("validTo", "Không được trước validFrom.", "Must not be before validFrom.");
        }
        authorities.withCode(details.code()).filter(other -> other != self).ifPresent(other -> {
            throw codeTaken(details.code());
        });
        if (details.parentId() != null) {
            Authority parent = authorities
                    .findByIdOptional(details.parentId())
                    .orElseThrow(
                            () -> Problem.invalid("parentId", "Không có cơ quan này.", "There is no such authority."));
            if (!parent.level().isAbove(details.level())) {
                throw Problem.invalid(
                        "parentId",
                        "Cơ quan cấp trên phải ở cấp cao hơn.",
                        "The authority above must be of a higher level.");
            }
        }
        if (self != null && authorities.hasChildrenNotBelow(self.id(), details.level())) {
            throw Problem.invalid(
                    "level",
                    "Có cơ quan cấp dưới không thấp hơn cấp này.",
                    "There are authorities beneath it that would not be lower.");
        }
    }

    /** Two units that are written alike could not be told apart in a plan. */
    private static void check(UnitDetails details, List<Unit> units, Unit self) {
        if (details.validTo() != null && details.validTo().isBefore(details.validFrom())) {
            throw Problem.invalid("validTo", "Không được trước validFrom.", "Must not be before validFrom.");
        }
        Map<String, Unit> taken = new HashMap<>();
        for (Unit unit : units) {
            if (unit != self) {
                if (unit.code().equals(details.code())) {
                    throw codeTaken(details.code());
                }
                Stream.concat(Stream.of(unit.name()), unit.aliases().stream())
                        .forEach(name -> taken.put(UnitDirectory.key(name), unit));
            }
        }
        refuseTaken("name", details.name(), taken);
        for (int i = 0; i < details.aliases().size(); i++) {
            refuseTaken("aliases[" + i + "]", details.aliases().get(i), taken);
        }
    }

    private static void refuseTaken(String field, String name, Map<String, Unit> taken) {
        Unit other = taken.get(UnitDirectory.key(name));
        if (other != null) {
            throw Problem.invalid(
                    field, "Đã dùng cho bộ phận " + other.code() + ".", "Already a name of unit " + other.code() + ".");
        }
    }

    /** Two that take one code at the same moment: the database lets one through. */
    private void flush(String code) {
        try {
            authorities.flush();
        } catch (ConstraintViolationException e) {
            throw codeTaken(code);
        }
    }

    private static Problem codeTaken(String code) {
        return Problem.conflict(
                "code-taken",
                BilingualText.of("Mã " + code + " đã được dùng.", "The code " + code + " is taken."),
                FieldFault.of("code", "Đã được dùng.", "Taken."));
    }
}
