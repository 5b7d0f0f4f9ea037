package vn.cchc.feedback.handling;

import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Scope;

/**
 * The feedback visible to a caller: the whole own authority, or only what is assigned to the own unit. Everything else
 * is reported as 404. Visible feedback may be shown with its sender's identity.
 *
 * @param unitId the caller's unit, if any
 * @param ofUnitOnly whether visibility is limited to that unit
 */
public record Sight(UUID authorityId, Optional<UUID> unitId, boolean ofUnitOnly) {

    public static Sight of(Scope scope) {
        return new Sight(scope.own().orElseThrow(), scope.unit(), !scope.allUnits());
    }

    public boolean sees(Feedback feedback) {
        return feedback.authorityId().equals(authorityId) && seesUnit(feedback.unitId());
    }

    /**
     * Whether feedback of this unit is visible.
     *
     * @param handling the assigned unit; empty before assignment
     */
    public boolean seesUnit(Optional<UUID> handling) {
        return !ofUnitOnly || (unitId.isPresent() && unitId.equals(handling));
    }

    /** Whether the sender's identity may be shown; otherwise it is masked. */
    public boolean identifiesSender(Optional<UUID> handling) {
        return seesUnit(handling);
    }
}
