package vn.cchc.feedback.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An authority as plan-service tells of it. */
public record KnownAuthority(
        UUID id, String code, String name, LocalDate validFrom, LocalDate validTo, List<KnownUnit> units) {

    public KnownAuthority {
        units = List.copyOf(units);
    }

    /** Whether the authority exists on that day. */
    public boolean existsOn(LocalDate day) {
        return Validity.covers(validFrom, validTo, day);
    }

    /** The unit that exists on that day. */
    public Optional<KnownUnit> unitOn(UUID unitId, LocalDate day) {
        return units.stream()
                .filter(unit -> unit.id().equals(unitId) && unit.existsOn(day))
                .findFirst();
    }

    /** The name of a unit, also of one that is no more. */
    public Optional<String> unitName(UUID unitId) {
        return units.stream()
                .filter(unit -> unit.id().equals(unitId))
                .map(KnownUnit::name)
                .findFirst();
    }
}
