package vn.cchc.plan.authority;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Role;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.Text;

/**
 * Which authorities exist for the caller: the own one; for a superior authority those beneath it too; for an
 * administrator, who belongs to none, all. Changes are made in the own one.
 */
@RequestScoped
public class AuthorityScope {

    private final CurrentCaller caller;
    private final AuthorityRepository authorities;
    private List<UUID> beneath;

    AuthorityScope(CurrentCaller caller, AuthorityRepository authorities) {
        this.caller = caller;
        this.authorities = authorities;
    }

    /**
     * @throws Problem 404 when the authority does not exist for the caller
     */
    public void require(UUID authorityId) {
        if (!reaches(authorityId)) {
            throw Problem.notFound();
        }
    }

    private boolean reaches(UUID authorityId) {
        Caller who = caller.get();
        if (who.authorityId().map(authorityId::equals).orElse(false)) {
            return true;
        }
        return visible().map(ids -> ids.contains(authorityId)).orElse(true);
    }

    /**
     * For a change: a superior authority sees what is beneath it, but does nothing there, whatever else the caller is.
     *
     * @throws Problem 404 when it is not the caller's own authority
     */
    public void requireOwn(UUID authorityId) {
        if (!caller.get().authority().equals(authorityId)) {
            throw Problem.notFound();
        }
    }

    /**
     * For a change that administrators make too, who belong to no authority.
     *
     * @throws Problem 404 when it is neither the caller's own authority nor is the caller an administrator
     */
    public void requireOwnOrAdministrator(UUID authorityId) {
        if (!isAdministrator()) {
            requireOwn(authorityId);
        }
    }

    /**
     * For what a unit is in charge of: a leader may do it for each unit of the authority, an officer for the own one.
     *
     * @throws Problem 403 when another unit is in charge
     */
    public void requireInCharge(Optional<UUID> unitId) {
        Caller who = caller.get();
        boolean own = who.has(Role.LEADER)
                || (who.unitId().isPresent() && who.unitId().equals(unitId));
        if (!own) {
            throw Problem.forbidden(Text.of("Việc này do bộ phận khác chủ trì.", "Another unit is in charge of this."));
        }
    }

    private boolean isAdministrator() {
        Caller who = caller.get();
        return who.has(Role.ADMIN) && who.authorityId().isEmpty();
    }

    /** The ids that exist for the caller; empty when all do. */
    public Optional<List<UUID>> visible() {
        if (isAdministrator()) {
            return Optional.empty();
        }
        Caller who = caller.get();
        if (!who.has(Role.DISTRICT)) {
            return Optional.of(List.of(who.authority()));
        }
        if (beneath == null) {
            beneath = authorities.beneath(who.authority());
        }
        return Optional.of(beneath);
    }
}
