package vn.cchc.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.cchc.platform.http.KeyOwner;

/** The {@link Caller} of the request under way, and what the right of its operation reaches for them. */
@RequestScoped
public class CurrentCaller implements KeyOwner {

    private final SecurityIdentity identity;
    private Caller caller;
    private Right right;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller get() {
        if (caller == null) {
            caller = identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()
                    ? read(token)
                    : Caller.CITIZEN;
        }
        return caller;
    }

    /**
     * What the right of the operation reaches for the caller.
     *
     * @throws vn.cchc.platform.http.Problem 403 when that depends on the caller's authority, and the token names none
     */
    public Scope scope() {
        return Scope.of(get(), right);
    }

    /** A subject is unique within its issuer only, and what one authority was answered is not another's. */
    @Override
    public List<String> owner() {
        Caller who = get();
        return who.isCitizen()
                ? List.of()
                : List.of(
                        who.issuer(),
                        who.subject(),
                        who.authorityId().map(UUID::toString).orElse(""));
    }

    void exercises(Right ofOperation) {
        right = ofOperation;
    }

    /** A token without a role that is known here makes its bearer no more than a citizen. */
    private Caller read(JsonWebToken token) {
        Set<Role> roles = identity.getRoles().stream()
                .flatMap(claim -> Role.of(claim).stream())
                .collect(Collectors.toSet());
        if (roles.isEmpty()) {
            return Caller.CITIZEN;
        }
        Object name = token.getClaim("name");
        return new Caller(
                Optional.ofNullable(token.getIssuer()).orElse(""),
                token.getSubject(),
                name == null ? token.getSubject() : name.toString(),
                roles,
                uuid(token, "authority"),
                uuid(token, "unit"));
    }

    /** A claim that is no UUID names nothing that exists here. */
    private static Optional<UUID> uuid(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(value.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
