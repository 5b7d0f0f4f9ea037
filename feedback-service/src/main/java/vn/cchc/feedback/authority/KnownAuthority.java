package vn.cchc.feedback.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An authority as published by plan-service.
 *
 * @param place where its documents are signed; {@code null} where nothing was told of it
 */
public record KnownAuthority(
        UUID id,
        String code,
        String name,
        String place,
        LocalDate validFrom,
        LocalDate validTo,
        List<KnownUnit> units) {

    public KnownAuthority {
        units = List.copyOf(units);
    }

    /** Where its documents are signed, as printed. */
    public Optional<String> printedPlace() {
        return Optional.ofNullable(place).filter(told -> !told.isBlank());
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
