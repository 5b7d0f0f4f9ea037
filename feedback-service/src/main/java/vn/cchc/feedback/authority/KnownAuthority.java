package vn.cchc.feedback.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An authority as published by plan-service. */
public record KnownAuthority(
        UUID id, String code, String name, LocalDate validFrom, LocalDate validTo, List<KnownUnit> units) {

    public KnownAuthority {
        units = List.copyOf(units);
    }

    /** Whether the authority is valid on that day. */
    public boolean existsOn(LocalDate day) {
        return Validity.covers(validFrom, validTo, day);
    }

    /** The unit, if it is valid on that day. */
    public Optional<KnownUnit> unitOn(UUID unitId, LocalDate day) {
        return units.stream()
                .filter(unit -> unit.id().equals(unitId) && unit.existsOn(day))
                .findFirst();
    }

    /** Name of a unit, whether or not it is still valid. */
    public Optional<String> unitName(UUID unitId) {
        return units.stream()
                .filter(unit -> unit.id().equals(unitId))
                .map(KnownUnit::name)
                .findFirst();
    }
}
