package vn.cchc.platform.access;

import java.util.Locale;
import java.util.Optional;

/** What a person of an authority may do. A citizen has no account and so no role. */
public enum Role {
    /** Office or one-stop clerk: receives, classifies, routes; imports plans; drafts reports. */
    CLERK,
    /** Professional officer of a unit: handles what the unit is assigned; hands in evidence. */
    OFFICER,
    /** Chairman or vice chairman: approves, accepts, signs. */
    LEADER,
    /** The authority above: receives or returns reports of those beneath it. */
    DISTRICT,
    /** Keeps authorities, units, calendars, policies. Belongs to no authority. */
    ADMIN;

    /** The name as it stands in the token's claim {@code roles}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String claim) {
        for (Role role : values()) {
            if (role.claim().equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
