package vn.cchc.plan.authority;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.Transition;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/** Event payload: the public state of an authority with its units at a version. */
record AuthorityEvent(
        UUID id,
        UUID authorityId,
        long version,
        OffsetDateTime occurredAt,
        String code,
        String name,
        AuthorityLevel level,
        UUID parentId,
        String place,
        boolean deadlineInclusive,
        LocalDate validFrom,
        LocalDate validTo,
        List<UnitState> units) {

    record UnitState(UUID id, String code, String name, UnitKind kind, LocalDate validFrom, LocalDate validTo) {}

    static Change registered(Authority authority, Actor by) {
        return event(Transition.REGISTER, authority, List.of(), by);
    }

    static Change changed(Authority authority, List<Unit> units, Actor by) {
        return event(Transition.CHANGE, authority, units, by);
    }

    private static Change event(Transition transition, Authority authority, List<Unit> units, Actor by) {
        OffsetDateTime occurredAt =
                authority.changedAt().atZone(VietnamTime.ZONE).toOffsetDateTime();
        return new Change(
                "authority",
                authority.id(),
                authority.id(),
                transition.eventType(),
                occurredAt,
                new AuthorityEvent(
                        authority.id(),
                        authority.id(),
                        authority.version(),
                        occurredAt,
                        authority.code(),
                        authority.name(),
                        authority.level(),
                        authority.parentId().orElse(null),
                        authority.place(),
                        authority.deadlineInclusive(),
                        authority.validFrom(),
                        authority.validTo().orElse(null),
                        units.stream()
                                .map(unit -> new UnitState(
                                        unit.id(),
                                        unit.code(),
                                        unit.name(),
                                        unit.kind(),
                                        unit.validFrom(),
                                        unit.validTo().orElse(null)))
                                .toList()),
                null,
                by,
                null);
    }
}
