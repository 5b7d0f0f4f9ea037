package vn.cchc.platform.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Holds each request to the {@link Right} of its operation, before anything of its body is read: 401 without a token, 403
 * where no role of the caller has the right. How far the right reaches is the operation's to ask ({@link CurrentCaller#scope}).
 */
class AccessFilter {

    /** Before all other filters. */
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
