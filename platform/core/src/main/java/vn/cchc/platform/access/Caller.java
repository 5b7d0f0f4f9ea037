package vn.cchc.platform.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.HeaderLimits;
import vn.cchc.platform.http.Problem;

/**
 * Who makes the request, from the token's claims.
 *
 * @param issuer claim {@code iss}, within which the subject is unique (RFC 7519, 4.1.2); empty where the token has none
 * @param subject claim {@code sub}; empty for a citizen
 * @param name claim {@code name}: how records show who did it
 * @param roles claim {@code roles}; unknown ones are left out
 * @param authorityId the claim named authority: the one authority that the caller belongs to
 * @param unitId the claim named unit: the caller's own unit
 */
public record Caller(
        String issuer,
        String subject,
        String name,
        Set<Role> roles,
        Optional<UUID> authorityId,
        Optional<UUID> unitId) {

    /**
     * Of the claim {@code name}, in characters: a token comes in a header, of 20 KiB at most with all others
     * ({@link HeaderLimits#LONGEST_TOGETHER}), and is encoded in Base64, three bytes as four.
     */
    public static final int LONGEST_NAME = 15 * 1024;

    /** A caller without a token, or whose token has no role known here. */
    public static final Caller CITIZEN = new Caller("", "", "", Set.of(), Optional.empty(), Optional.empty());

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isCitizen() {
        return roles.isEmpty();
    }

    /**
     * The authority the caller belongs to.
     *
     * @throws Problem 403 when the token names none
     */
    public UUID authority() {
        return authorityId.orElseThrow(() -> Problem.forbidden(BilingualText.of(
                "Tài khoản không thuộc cơ quan nào (thiếu thuộc tính authority trong token).",
                "The account belongs to no authority (the token has no claim authority).")));
    }
}
