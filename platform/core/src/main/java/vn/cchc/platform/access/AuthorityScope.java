package vn.cchc.platform.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/**
 * The authorities that a right of a caller covers. Others are reported as not existing (404). In a request it comes from
 * {@link CurrentCaller#authorities}, elsewhere from {@link AuthorityTree#scope}. Every question is a 403 when the answer
 * depends on the caller's authority and the token names none.
 */
public final class AuthorityScope {

    private final Caller caller;
    private final Right right;
    private final AuthorityTree tree;

    AuthorityScope(Caller caller, Right right, AuthorityTree tree) {
        this.caller = caller;
        this.right = right;
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
        Scope scope = scope();
        if (scope.isOwn(authorityId) && !scope.reachesOneOf(inCharge)) {
            throw Problem.forbidden(
                    BilingualText.of("Việc này do bộ phận khác chủ trì.", "Another unit is in charge of this."));
        }
    }

    /** Whether the right reaches all authorities. */
    public boolean reachesAll() {
        return scope().everywhere();
    }

    public boolean reaches(UUID authorityId) {
        Scope scope = scope();
        return scope.everywhere() || scope.isOwn(authorityId) || reachesAsBeneath(authorityId);
    }

    /** Whether the right reaches this authority as the caller's own. */
    public boolean reachesAsOwn(UUID authorityId) {
        return scope().isOwn(authorityId);
    }

    /** Whether the right reaches this authority because it lies beneath the caller's. */
    public boolean reachesAsBeneath(UUID authorityId) {
        return scope().above()
                .filter(above -> tree.isBeneath(authorityId, above))
                .isPresent();
    }

    /** Whether the caller's authority stands directly above this one. */
    public boolean isDirectlyBeneath(UUID authorityId) {
        return tree.isParent(caller.authority(), authorityId);
    }

    /** Whether the right covers anything in the subtree beneath this authority. */
    public boolean reachesBeneath(UUID authorityId) {
        return reaches(authorityId) || scope().above().equals(Optional.of(authorityId));
    }

    /**
     * The authorities whose rows a list shows: the caller's own, those beneath it, or both.
     *
     * @param wanted restricts the list to this authority; null for all
     * @return empty when the right does not cover {@code wanted}
     * @throws IllegalStateException when the right covers all authorities: no index serves the list order then
     */
    public List<Reached> listed(UUID wanted) {
        Scope scope = scope();
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

    /** The caller's own authority, if covered. */
    public Optional<UUID> own() {
        return scope().own();
    }

    /** Whether all units of the own authority are covered. */
    public boolean reachesAllUnits() {
        return scope().allUnits();
    }

    /** The only unit covered within the own authority; empty for an officer without one, and where all are covered. */
    public Optional<UUID> unit() {
        return scope().unit();
    }

    private Scope scope() {
        return Scope.of(caller, right);
    }
}
