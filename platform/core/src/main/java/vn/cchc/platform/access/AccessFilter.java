package vn.cchc.platform.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Enforces the {@link Right} of the requested operation before the body is read: 401 without a token, 403 when none of
 * the caller's roles grants the right. The scope of the right is checked by the operation itself ({@link
 * CurrentCaller#scope}).
 */
class AccessFilter {

    /** Runs before all other filters. */
    static final int PRIORITY = 1000;

    private final SecurityIdentity identity;
    private final CurrentCaller caller;

    AccessFilter(SecurityIdentity identity, CurrentCaller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @ServerRequestFilter(nonBlocking = true, priority = PRIORITY)
    public void check(ResourceInfo resource) {
        Right right = right(resource);
        caller.exercises(right);
        if (right.isForEverybody() || (right.isWithoutToken() && caller.get().isCitizen())) {
            return;
        }
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (caller.get().roles().stream().allMatch(role -> right.of(role) == Reach.NONE)) {
            throw new ForbiddenException();
        }
    }

    private static Right right(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(Requires.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(Requires.class)))
                .map(Requires::value)
                .orElseThrow(() -> new IllegalStateException(resource.getResourceMethod() + " names no right"));
    }
}
