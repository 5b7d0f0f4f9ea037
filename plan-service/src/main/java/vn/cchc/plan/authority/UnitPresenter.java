package vn.cchc.plan.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.idempotency.Presenter;

/** Shows a unit, with the {@code ETag} of its authority. */
@ApplicationScoped
class UnitPresenter implements Presenter<AuthorityView.UnitView> {

    private final AuthorityRepository authorities;
    private final AuthorityScope scope;

    UnitPresenter(AuthorityRepository authorities, AuthorityScope scope) {
        this.authorities = authorities;
        this.scope = scope;
    }

    @Override
    public RestResponse<AuthorityView.UnitView> present(UUID id) {
        Unit unit = authorities.unit(id);
        scope.require(unit.authorityId());
        return ETags.ok(
                AuthorityView.UnitView.of(unit),
                authorities.get(unit.authorityId()).version());
    }
}
