package vn.cchc.platform.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.Text;

/**
 * Who makes the request, from the token's claims.
 *
 * @param subject claim {@code sub}, or {@link #ANONYMOUS}
 * @param name claim {@code name}: how records show who did it
 * @param roles claim {@code roles}; unknown ones are left out
 * @param authorityId the claim named authority: the one authority whose data exists for the caller
 * @param unitId the claim named unit: the caller's own unit
 */
public record Caller(String subject, String name, Set<Role> roles, Optional<UUID> authorityId, Optional<UUID> unitId) {

    /** The subject of a caller without an account. */
    public static final String ANONYMOUS = "anonymous";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isAnonymous() {
        return subject.equals(ANONYMOUS);
    }

    /**
     * The authority the caller belongs to.
     *
     * @throws Problem 403 when the token names none
     */
    public UUID authority() {
        return authorityId.orElseThrow(() -> Problem.forbidden(Text.of(
                "Tài khoản không thuộc cơ quan nào (thiếu thuộc tính authority trong token).",
                "The account belongs to no authority (the token has no claim authority).")));
    }
}
