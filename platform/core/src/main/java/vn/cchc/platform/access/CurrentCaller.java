package vn.cchc.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The {@link Caller} of the request under way. */
@RequestScoped
public class CurrentCaller {

    private static final Caller NOBODY =
            new Caller(Caller.ANONYMOUS, Caller.ANONYMOUS, Set.of(), Optional.empty(), Optional.empty());

    private final SecurityIdentity identity;
    private Caller caller;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller get() {
        if (caller == null) {
            caller = identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()
                    ? read(token)
                    : NOBODY;
        }
        return caller;
    }

    private Caller read(JsonWebToken token) {
        Set<Role> roles = identity.getRoles().stream()
                .flatMap(claim -> Role.of(claim).stream())
                .collect(Collectors.toSet());
        Object name = token.getClaim("name");
        return new Caller(
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
