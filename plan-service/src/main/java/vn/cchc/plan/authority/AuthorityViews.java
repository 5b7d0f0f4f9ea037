package vn.cchc.plan.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/** Views of authorities and their units. */
@ApplicationScoped
class AuthorityViews {

    private final AuthorityRepository authorities;

    AuthorityViews(AuthorityRepository authorities) {
        this.authorities = authorities;
    }

    /**
     * A page in the order of codes.
     *
     * @param code null for all, as are the other filters
     */
    Page<AuthorityView> list(String code, AuthorityLevel level, UUID parent, Integer limit, String cursor) {
        String wanted = VietnameseText.line(code);
        return Page.read(
                        limit,
                        cursor,
                        Objects.toString(wanted) + level + parent,
                        (after, atMost) -> authorities.page(
                                wanted,
                                level,
                                parent,
                                after.map(last -> last.string(0)).orElse(null),
                                atMost),
                        authority -> List.of(authority.code()))
                .map(AuthorityView::of);
    }

    /** @throws Problem 404 when there is none */
    Authorities.Kept one(UUID id) {
        return new Authorities.Kept(authorities.get(id), authorities.units(id));
    }

    /**
     * A unit with its authority.
     *
     * @throws Problem 404 when there is none in scope
     */
    Authorities.KeptUnit unit(UUID id, AuthorityScope scope) {
        Unit unit = authorities.unit(id);
        scope.require(unit.authorityId());
        return new Authorities.KeptUnit(authorities.get(unit.authorityId()), unit);
    }
}
