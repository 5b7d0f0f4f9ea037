package vn.cchc.feedback.handling;

import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.Role;

/**
 * Which feedback exists for a caller. Clerks and leaders: all of their authority. Officers: what is assigned to their own
 * unit. What lies outside does not exist, and who sees a feedback under these rules may also see who sent it.
 *
 * @param unitId the only unit whose feedback is seen; empty for all
 */
public record Sight(UUID authorityId, Optional<UUID> unitId, boolean ofUnitOnly) {

    public static Sight of(Caller caller) {
        boolean all = caller.has(Role.CLERK) || caller.has(Role.LEADER);
        return new Sight(caller.authority(), all ? Optional.empty() : caller.unitId(), !all);
    }

    public boolean sees(Feedback feedback) {
        return feedback.authorityId().equals(authorityId) && seesUnit(feedback.unitId());
    }

    /** Whether feedback that this unit handles is seen; empty for what no unit handles yet. */
    public boolean seesUnit(Optional<UUID> handling) {
        return !ofUnitOnly || (unitId.isPresent() && unitId.equals(handling));
    }

    /** Whether the identity of the sender may be shown; else it is masked. */
    public boolean identifiesSender(Optional<UUID> handling) {
        return seesUnit(handling);
    }
}
