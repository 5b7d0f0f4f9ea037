package vn.cchc.feedback.handling;

import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Scope;

/**
 * Which feedback exists for a caller: all of the own authority, or what is assigned to the own unit. What lies outside does
 * not exist, and who sees a feedback under these rules may also see who sent it.
 *
 * @param unitId the only unit whose feedback is seen; empty for all
 */
public record Sight(UUID authorityId, Optional<UUID> unitId, boolean ofUnitOnly) {

    public static Sight of(Scope scope) {
        return new Sight(scope.own().orElseThrow(), scope.unit(), !scope.allUnits());
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
