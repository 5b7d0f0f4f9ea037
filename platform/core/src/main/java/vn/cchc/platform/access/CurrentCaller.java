package vn.cchc.platform.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.http.KeyOwner;

/**
 * The {@link Caller} of the current request, and the scope of the operation's right for that caller. For resources only:
 * a use case takes both as parameters, so that a timer, a listener or an import can call it.
 */
@RequestScoped
public class CurrentCaller implements KeyOwner {

    private final SecurityIdentity identity;
    private final AuthorityTree tree;
    private Right right;

    CurrentCaller(SecurityIdentity identity, AuthorityTree tree) {
        this.identity = identity;
        this.tree = tree;
    }

    public Caller get() {
        return CallerOfToken.of(identity);
    }

    /**
     * For a part of an operation without token that needs one.
     *
     * @throws UnauthorizedException (401) when the caller has no account
     */
    public void requireAccount() {
        if (get().isCitizen()) {
            throw new UnauthorizedException();
        }
    }

    /**
     * The scope of the operation's right for the caller.
     *
     * @throws vn.cchc.platform.http.Problem 403 when the scope depends on the caller's authority and the token names
     *     none
     */
    public Scope scope() {
        return Scope.of(get(), right);
    }

    /** The authorities that the operation's right covers for the caller. */
    public AuthorityScope authorities() {
        return tree.scope(get(), right);
    }

    /**
     * A subject is unique only within its issuer; the authority is part of the owner because answers differ by
     * authority.
     */
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
}
