package vn.cchc.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/**
 * The authorities that the caller's right to the current operation covers. Others are reported as not existing (404).
 */
@ApplicationScoped
public class AuthorityScope {

    private final CurrentCaller caller;
    private final AuthorityTree tree;

    AuthorityScope(CurrentCaller caller, AuthorityTree tree) {
        this.caller = caller;
        this.tree = tree;
    }

    /** @throws Problem 404 when the right does not reach this authority */
    public void require(UUID authorityId) {
        if (!reaches(authorityId)) {
            throw Problem.notFound();
        }
    }

    /**
     * For things that units are in charge of.
     *
     * @throws Problem 404 when the right does not reach this authority, 403 when it reaches only what other units are
     *     in charge of
     */
    public void require(UUID authorityId, Collection<UUID> inCharge) {
        require(authorityId);
        Scope scope = caller.scope();
        if (scope.isOwn(authorityId) && !scope.reachesOneOf(inCharge)) {
            throw Problem.forbidden(
                    BilingualText.of("Việc này do bộ phận khác chủ trì.", "Another unit is in charge of this."));
        }
    }

    /** Whether the right reaches all authorities. */
    public boolean reachesAll() {
        return caller.scope().everywhere();
    }

    public boolean reaches(UUID authorityId) {
        Scope scope = caller.scope();
        return scope.everywhere() || scope.isOwn(authorityId) || reachesAsBeneath(authorityId);
    }

    /** Whether the right reaches this authority because it lies beneath the caller's. */
    public boolean reachesAsBeneath(UUID authorityId) {
        return caller.scope()
                .above()
                .filter(above -> tree.isBeneath(authorityId, above))
                .isPresent();
    }

    /** Whether the caller's authority stands directly above this one. */
    public boolean isDirectlyBeneath(UUID authorityId) {
        return tree.isParent(caller.get().authority(), authorityId);
    }

    /** Whether the right covers anything in the subtree beneath this authority. */
    public boolean reachesBeneath(UUID authorityId) {
        return reaches(authorityId) || caller.scope().above().equals(Optional.of(authorityId));
    }

    /**
     * The authorities whose rows a list shows: the caller's own, those beneath it, or both.
     *
     * @param wanted restricts the list to this authority; null for all
     * @return empty when the right does not cover {@code wanted}
     * @throws IllegalStateException when the right covers all authorities: no index serves the list order then
     */
    public List<Reached> listed(UUID wanted) {
        Scope scope = caller.scope();
        if (scope.everywhere()) {
            throw new IllegalStateException("A list reaches one authority, those beneath it, or both");
        }
        List<Reached> parts = new ArrayList<>();
        if (wanted == null) {
            scope.own().ifPresent(own -> parts.add(new Reached(own, true, 0)));
            scope.above().ifPresent(above -> parts.add(new Reached(above, false, tree.depth(above))));
        } else if (scope.isOwn(wanted)) {
            parts.add(new Reached(wanted, true, 0));
        } else if (reachesAsBeneath(wanted)) {
            parts.add(new Reached(wanted, false, 0));
        }
        return parts;
    }
}
