package vn.cchc.platform.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The scope of a right for a caller: the union over all roles.
 *
 * @param everywhere whether it covers all authorities
 * @param own the caller's own authority, if covered
 * @param unit the only unit covered within the own authority; empty for an officer without a unit, and where all units
 *     are covered
 * @param allUnits whether all units of the own authority are covered
 * @param above the authority whose descendants are covered
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

    /** Whether this is the caller's own authority and covered as such. */
    public boolean isOwn(UUID authorityId) {
        return own.isPresent() && own.get().equals(authorityId);
    }

    /** Whether it covers, in the caller's own authority, what one of these units is in charge of. */
    public boolean reachesOneOf(Collection<UUID> inCharge) {
        return allUnits || unit.filter(inCharge::contains).isPresent();
    }
}
