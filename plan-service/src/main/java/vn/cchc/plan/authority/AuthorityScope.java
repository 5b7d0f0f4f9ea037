package vn.cchc.plan.authority;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Scope;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Which authorities the right of the operation reaches for the caller; the others do not exist. */
@RequestScoped
public class AuthorityScope {

    private final CurrentCaller caller;
    private final AuthorityRepository authorities;
    private List<UUID> visible;

    AuthorityScope(CurrentCaller caller, AuthorityRepository authorities) {
        this.caller = caller;
        this.authorities = authorities;
    }

    /** @throws Problem 404 when the right does not reach this authority */
    public void require(UUID authorityId) {
        if (!reaches(authorityId)) {
            throw Problem.notFound();
        }
    }

    /**
     * For what units are in charge of.
     *
     * @throws Problem 404 when the right does not reach this authority, 403 when it reaches only what other units are in
     *     charge of
     */
    public void require(UUID authorityId, Collection<UUID> inCharge) {
        require(authorityId);
        Scope scope = caller.scope();
        if (scope.isOwn(authorityId) && !scope.reachesOneOf(inCharge)) {
            throw Problem.forbidden(
                    BilingualText.of("Việc này do bộ phận khác chủ trì.", "Another unit is in charge of this."));
        }
    }

    public boolean reaches(UUID authorityId) {
        Scope scope = caller.scope();
        return scope.everywhere()
                || scope.isOwn(authorityId)
                || visibleIn(scope).contains(authorityId);
    }

    /** Whether the right reaches what is put beneath this authority. */
    public boolean reachesBeneath(UUID authorityId) {
        return reaches(authorityId) || caller.scope().above().equals(Optional.of(authorityId));
    }

    /** The ids of the authorities that the right reaches; empty when it reaches all. */
    public Optional<List<UUID>> visible() {
        Scope scope = caller.scope();
        return scope.everywhere() ? Optional.empty() : Optional.of(visibleIn(scope));
    }

    private List<UUID> visibleIn(Scope scope) {
        if (visible == null) {
            Stream<UUID> beneath = scope.above().stream().flatMap(above -> authorities.beneath(above).stream());
            visible = Stream.concat(scope.own().stream(), beneath).toList();
        }
        return visible;
    }
}
