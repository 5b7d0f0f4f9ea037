package vn.cchc.feedback.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.feedback.limit.OfficeHours;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/**
 * Keeping the office hours. None are changed or removed: others that are entered take their place from a later day on, so
 * that what was counted with a day can be counted again.
 */
@ApplicationScoped
@Transactional
class KeptOfficeHours {

    private static final Comparator<OfficeHours> BY_DAY =
            Comparator.comparing(OfficeHours::validFrom).thenComparing(OfficeHours::id);

    private final EntityManager entities;
    private final Limits limits;
    private final KnownAuthorities authorities;
    private final Clock clock;

    KeptOfficeHours(EntityManager entities, Limits limits, KnownAuthorities authorities, Clock clock) {
        this.entities = entities;
        this.limits = limits;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Office hours of an authority and of the whole country, by their first day.
     *
     * @param wanted null for those of the whole country, and of the own authority if there is one
     * @param validOn null for all days
     * @throws Problem 404 when the authority is out of scope
     */
    Page<OfficeHoursView> list(AuthorityScope scope, UUID wanted, LocalDate validOn, Integer limit, String cursor) {
        if (wanted != null) {
            scope.require(wanted);
        }
        UUID authorityId = wanted != null ? wanted : scope.own().orElse(null);
        List<OfficeHours> all = entities.createQuery("from OfficeHours", OfficeHours.class)
                .getResultStream()
                .filter(hours ->
                        hours.authorityId().map(own -> own.equals(authorityId)).orElse(true))
                .filter(hours -> validOn == null || hours.validOn(validOn))
                .sorted(BY_DAY)
                .toList();
        return Page.<OfficeHours>read(
                        limit,
                        cursor,
                        "office-hours " + authorityId + " " + validOn,
                        (after, atMost) -> all.stream()
                                .filter(hours -> after.isEmpty()
                                        || isBehind(
                                                hours,
                                                after.get().date(0),
                                                after.get().uuid(1)))
                                .limit(atMost)
                                .toList(),
                        hours -> List.of(hours.validFrom(), hours.id()))
                .map(OfficeHoursView::of);
    }

    private static boolean isBehind(OfficeHours hours, LocalDate day, UUID id) {
        int byDay = hours.validFrom().compareTo(day);
        return byDay > 0 || (byDay == 0 && hours.id().compareTo(id) > 0);
    }

    /** @throws Problem 404 when out of scope */
    OfficeHoursView one(UUID id, AuthorityScope scope) {
        OfficeHours hours = entities.find(OfficeHours.class, id);
        if (hours == null) {
            throw Problem.notFound();
        }
        hours.authorityId().ifPresent(scope::require);
        return OfficeHoursView.of(hours);
    }

    /**
     * Enters office hours.
     *
     * @throws Problem 403 for those of the whole country, where the caller keeps only some authorities; 404 for an authority
     *     out of scope; 422 for times or days that are none
     */
    OfficeHoursView enter(EnterOfficeHours wanted, AuthorityScope scope, Actor by) {
        if (wanted.authorityId() == null) {
            if (!scope.reachesAll()) {
                throw Problem.forbidden(BilingualText.of(
                        "Giờ làm việc chung cho cả nước do quản trị hệ thống giữ.",
                        "Office hours of the whole country are kept by an operator."));
            }
        } else {
            scope.require(wanted.authorityId());
            if (authorities.find(wanted.authorityId()).isEmpty()) {
                throw Problem.notFound();
            }
        }
        OfficeHours hours = wanted.hours(
                Ids.next(), LocalDate.now(clock), HandlingPolicy.Decided.by(by, clock.instant(), wanted.reason()));
        entities.persist(hours);
        entities.flush();
        limits.forget();
        return OfficeHoursView.of(hours);
    }
}
