package vn.cchc.platform.access;

import java.util.Locale;
import java.util.Optional;

/** What a person does for an authority, or for the system. A citizen has no account and so no role. */
public enum Role {
    /** Office or one-stop clerk: receives, classifies, routes; imports plans; edits reports. */
    CLERK,
    /** Professional officer of a unit: handles what the unit is assigned; hands in evidence. */
    OFFICER,
    /** Chairman or vice chairman: approves, accepts, signs. */
    LEADER,
    /** The authority above: receives or returns reports of those beneath it. */
    SUPERIOR,
    /** Keeps authorities, units and plans of the own authority and of those beneath it. */
    ADMIN,
    /** Runs the system. Belongs to no authority and sees no citizen's data. */
    OPERATOR;

    /** What {@link #SUPERIOR} was called while the level above the commune was the district; still accepted. */
    private static final String FORMER_SUPERIOR = "district";

    /** The name as it stands in the token's claim {@code roles}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String claim) {
        if (claim.equals(FORMER_SUPERIOR)) {
            return Optional.of(SUPERIOR);
        }
        for (Role role : values()) {
            if (role.claim().equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
