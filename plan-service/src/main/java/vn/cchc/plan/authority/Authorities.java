package vn.cchc.plan.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;

/** Application service for authorities and their units. */
@ApplicationScoped
@Transactional
class Authorities {

    private final AuthorityRepository authorities;
    private final Journal journal;
    private final Clock clock;

    Authorities(AuthorityRepository authorities, Journal journal, Clock clock) {
        this.authorities = authorities;
        this.journal = journal;
        this.clock = clock;
    }

    /** An authority with its units at one version. */
    record Kept(Authority authority, List<Unit> units) {}

    /** A unit with its authority, whose version is that of its units too. */
    record KeptUnit(Authority authority, Unit unit) {}

    /** @throws Problem 404 when the authority above is out of scope; 409 when the code is taken; 422 */
    Authority register(AuthorityDetails details, AuthorityScope scope, Actor by) {
        requirePlace(details, scope);
        check(details, null);
        Authority authority = Authority.registered(authorities.idFor(details.code()), details, clock.instant());
        authorities.persist(authority);
        flush(details.code());
        journal.append(() -> AuthorityEvent.registered(authority, by));
        return authority;
    }

    /** @throws Problem 404, 412, 428; 409 when the code is taken; 422 */
    Kept change(UUID id, ExpectedVersion expected, AuthorityDetails details, AuthorityScope scope, Actor by) {
        Authority authority = forChange(id, scope);
        requirePlace(details, scope);
        expected.require(authority.version());
        check(details, authority);
        authority.change(details, clock.instant());
        flush(details.code());
        return changed(authority, by);
    }

    /** @throws Problem 404; 409 when the code is taken or there are {@link Authority#MOST_UNITS}; 422 when a name is taken */
    KeptUnit registerUnit(UUID id, UnitDetails details, AuthorityScope scope, Actor by) {
        Authority authority = forChange(id, scope);
        List<Unit> units = authorities.units(id);
        if (units.size() >= Authority.MOST_UNITS) {
            throw Problem.conflict(
                    "too-many-units",
                    BilingualText.of(
                            "Cơ quan đã có " + Authority.MOST_UNITS + " bộ phận, không thêm được nữa.",
                            "The authority has " + Authority.MOST_UNITS + " units, and can have no more."));
        }
        check(details, units, null);
        Unit unit = Unit.registered(authorities.unitIdFor(id, details.code()), id, details);
        authorities.add(unit);
        authority.unitsChanged(clock.instant());
        changed(authority, by);
        return new KeptUnit(authority, unit);
    }

    /** @throws Problem 404, 412, 428; 409 when the code is taken; 422 when a name is */
    Kept changeUnit(
            UUID id, UUID unitId, ExpectedVersion expected, UnitDetails details, AuthorityScope scope, Actor by) {
        Authority authority = forChange(id, scope);
        List<Unit> units = authorities.units(id);
        Unit unit = units.stream()
                .filter(each -> each.id().equals(unitId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        expected.require(authority.version());
        check(details, units, unit);
        unit.change(details);
        authority.unitsChanged(clock.instant());
        return changed(authority, by);
    }

    private Kept changed(Authority authority, Actor by) {
        journal.append(() -> AuthorityEvent.changed(authority, authorities.units(authority.id()), by));
        return new Kept(authority, authorities.units(authority.id()));
    }

    private Authority forChange(UUID id, AuthorityScope scope) {
        scope.require(id);
        return authorities.forChange(id);
    }

    /**
     * An administrator may register authorities only in the subtree of the own authority. Only an operator may register
     * a root.
     *
     * @throws Problem 404 when the parent is out of scope
     */
    private static void requirePlace(AuthorityDetails details, AuthorityScope scope) {
        if (details.parentId() == null) {
            if (!scope.reachesAll()) {
                throw Problem.invalid(
                        "parentId",
                        "Phải là cơ quan của bạn hoặc cơ quan cấp dưới.",
                        "Must be the own authority or one beneath it.");
            }
        } else if (!scope.reachesBeneath(details.parentId())) {
            throw Problem.notFound(FieldFault.of("parentId", "Không có cơ quan này.", "There is no such authority."));
        }
    }

    private void check(AuthorityDetails details, Authority self) {
        requirePeriod(details.validFrom(), details.validTo());
        authorities.withCode(details.code()).filter(other -> other != self).ifPresent(other -> {
            throw codeTaken(details.code());
        });
        if (details.parentId() != null) {
            Authority parent = authorities
                    .findByIdOptional(details.parentId())
                    .orElseThrow(
                            () -> Problem.invalid("parentId", "Không có cơ quan này.", "There is no such authority."));
            if (!parent.level().isAbove(details.level())) {
                throw Problem.invalid(
                        "parentId",
                        "Cơ quan cấp trên phải ở cấp cao hơn.",
                        "The authority above must be of a higher level.");
            }
        }
        if (self != null && authorities.hasChildrenNotBelow(self.id(), details.level())) {
            throw Problem.invalid(
                    "level",
                    "Có cơ quan cấp dưới không thấp hơn cấp này.",
                    "There are authorities beneath it that would not be lower.");
        }
    }

    /** Names and aliases must be unique within an authority: otherwise the lead of a task would be ambiguous. */
    private static void check(UnitDetails details, List<Unit> units, Unit self) {
        requirePeriod(details.validFrom(), details.validTo());
        Map<String, Unit> taken = new HashMap<>();
        for (Unit unit : units) {
            if (unit != self) {
                if (unit.code().equals(details.code())) {
                    throw codeTaken(details.code());
                }
                Stream.concat(Stream.of(unit.name()), unit.aliases().stream())
                        .forEach(name -> taken.put(UnitDirectory.key(name), unit));
            }
        }
        refuseTaken("name", details.name(), taken);
        for (int i = 0; i < details.aliases().size(); i++) {
            refuseTaken("aliases[" + i + "]", details.aliases().get(i), taken);
        }
    }

    private static void requirePeriod(LocalDate from, LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw Problem.invalid("validTo", "Không được trước validFrom.", "Must not be before validFrom.");
        }
    }

    private static void refuseTaken(String field, String name, Map<String, Unit> taken) {
        Unit other = taken.get(UnitDirectory.key(name));
        if (other != null) {
            throw Problem.invalid(
                    field, "Đã dùng cho bộ phận " + other.code() + ".", "Already a name of unit " + other.code() + ".");
        }
    }

    /** The unique index decides between concurrent transactions with the same code. */
    private void flush(String code) {
        try {
            authorities.flush();
        } catch (ConstraintViolationException e) {
            throw codeTaken(code);
        }
    }

    private static Problem codeTaken(String code) {
        return Problem.conflict(
                "code-taken",
                BilingualText.of("Mã " + code + " đã được dùng.", "The code " + code + " is taken."),
                FieldFault.of("code", "Đã được dùng.", "Taken."));
    }
}
