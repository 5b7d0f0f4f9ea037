package vn.cchc.plan.authority;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Role;
import vn.cchc.platform.http.Problem;

/**
 * Which authorities exist for the caller: the own one; for a superior authority those beneath it too; for an
 * administrator, who belongs to none, all.
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

    public boolean reaches(UUID authorityId) {
        Caller who = caller.get();
        if (who.authorityId().map(authorityId::equals).orElse(false)) {
            return true;
        }
        return visible().map(ids -> ids.contains(authorityId)).orElse(true);
    }

    /** The ids that exist for the caller; empty when all do. */
    public Optional<List<UUID>> visible() {
        Caller who = caller.get();
        if (who.has(Role.ADMIN) && who.authorityId().isEmpty()) {
            return Optional.empty();
        }
        if (!who.has(Role.DISTRICT)) {
            return Optional.of(List.of(who.authority()));
        }
        if (beneath == null) {
            beneath = authorities.beneath(who.authority());
        }
        return Optional.of(beneath);
    }
}
