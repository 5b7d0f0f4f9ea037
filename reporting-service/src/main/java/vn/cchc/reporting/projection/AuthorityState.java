package vn.cchc.reporting.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The part of a {@code cchc.authority} event that reporting reads. */
public record AuthorityState(
        String code,
        String name,
        String level,
        UUID parentId,
        String place,
        LocalDate validFrom,
        LocalDate validTo,
        List<UnitState> units) {

    public AuthorityState {
        units = units == null ? List.of() : List.copyOf(units);
    }

    public record UnitState(UUID id, String code, String name) {}
}
