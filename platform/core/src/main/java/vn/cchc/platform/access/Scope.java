package vn.cchc.platform.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a right reaches for a caller: all of the roles together.
 *
 * @param everywhere whether it reaches all authorities
 * @param own the caller's own authority, where it reaches into that
 * @param unit within the own authority, the only unit that it reaches; empty for an officer without a unit, and for whom it
 *     reaches all units
 * @param allUnits whether it reaches all units of the own authority
 * @param above the authority beneath which it reaches all others
 */
public record Scope(
        boolean everywhere, Optional<UUID> own, Optional<UUID> unit, boolean allUnits, Optional<UUID> above) {

    public static Scope of(Caller caller, Right right) {
        List<Reach> reaches = caller.roles().stream().map(right::of).toList();
        boolean everywhere = reaches.contains(Reach.EVERYWHERE);
        boolean inOwn = reaches.stream().anyMatch(Reach::isInOwn);
        boolean beneath = reaches.stream().anyMatch(Reach::isBeneath);
        boolean allUnits = everywhere || reaches.stream().anyMatch(Reach::isInWholeOwn);
        Optional<UUID> authority =
                everywhere || !(inOwn || beneath) ? caller.authorityId() : Optional.of(caller.authority());
        return new Scope(
                everywhere,
                inOwn ? authority : Optional.empty(),
                inOwn && !allUnits ? caller.unitId() : Optional.empty(),
                allUnits,
                beneath ? authority : Optional.empty());
    }

    /** Whether it reaches into this authority because it is the caller's own. */
    public boolean isOwn(UUID authorityId) {
        return own.isPresent() && own.get().equals(authorityId);
    }

    /** Whether it reaches, in the caller's own authority, what these units are in charge of. */
    public boolean reachesOneOf(Collection<UUID> inCharge) {
        return allUnits || unit.filter(inCharge::contains).isPresent();
    }
}
