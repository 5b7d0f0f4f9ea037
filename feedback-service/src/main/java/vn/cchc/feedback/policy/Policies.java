package vn.cchc.feedback.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.LimitEnd;
import vn.cchc.feedback.limit.LimitExplanation;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.feedback.limit.PolicyTable;
import vn.cchc.feedback.limit.WorkingTime;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.PrintedDay;
import vn.cchc.platform.time.VietnamTime;

/**
 * Keeping the handling policies. A change holds for what arrives from a later day on: a case keeps the limit that was
 * copied to it.
 */
@ApplicationScoped
@Transactional
class Policies {

    /** Serialises changes of the table: what must hold of all policies together is checked by one at a time. */
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(1668441445, 0)";

    private static final Comparator<HandlingPolicy> BY_DAY =
            Comparator.comparing(HandlingPolicy::validFrom).thenComparing(HandlingPolicy::id);

    private final EntityManager entities;
    private final Limits limits;
    private final KnownAuthorities authorities;
    private final Clock clock;

    Policies(EntityManager entities, Limits limits, KnownAuthorities authorities, Clock clock) {
        this.entities = entities;
        this.limits = limits;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Policies of an authority and of the whole country, by their first day.
     *
     * @param wanted null for those of the whole country, and of the own authority if there is one
     * @param validOn null for all days
     * @throws Problem 404 when the authority is out of scope
     */
    Page<PolicyView> list(AuthorityScope scope, UUID wanted, LocalDate validOn, Integer limit, String cursor) {
        if (wanted != null) {
            scope.require(wanted);
        }
        UUID authorityId = wanted != null ? wanted : scope.own().orElse(null);
        List<HandlingPolicy> all = table().policies().stream()
                .filter(policy -> policy.scope().authorityId() == null
                        || policy.scope().authorityId().equals(authorityId))
                .filter(policy -> validOn == null || policy.validOn(validOn))
                .sorted(BY_DAY)
                .toList();
        return Page.<HandlingPolicy>read(
                        limit,
                        cursor,
                        "policies " + authorityId + " " + validOn,
                        (after, atMost) -> all.stream()
                                .filter(policy -> after.isEmpty()
                                        || isBehind(
                                                policy,
                                                after.get().date(0),
                                                after.get().uuid(1)))
                                .limit(atMost)
                                .toList(),
                        policy -> List.of(policy.validFrom(), policy.id()))
                .map(PolicyView::of);
    }

    private static boolean isBehind(HandlingPolicy policy, LocalDate day, UUID id) {
        int byDay = policy.validFrom().compareTo(day);
        return byDay > 0 || (byDay == 0 && policy.id().compareTo(id) > 0);
    }

    /** @throws Problem 404 when out of scope */
    PolicyView one(UUID id, AuthorityScope scope) {
        return PolicyView.of(visible(id, scope));
    }

    /**
     * Enters a policy, and ends the one that it replaces.
     *
     * @throws Problem 403 for one of the whole country, where the caller keeps only some authorities; 404 for an authority
     *     out of scope; 409 where it overlaps another one, or would leave days without a limit; 422 for one that is none
     */
    PolicyView enter(EnterPolicy wanted, AuthorityScope scope, Actor by) {
        requireScope(wanted, scope);
        HandlingPolicy.Decided decided = HandlingPolicy.Decided.by(by, clock.instant(), wanted.reason());
        HandlingPolicy policy = wanted.policy(Ids.next(), today(), decided);
        lock();
        if (wanted.replaces() != null) {
            HandlingPolicy replaced = entities.find(HandlingPolicy.class, wanted.replaces());
            if (replaced == null || !replaced.scope().equals(policy.scope())) {
                throw Problem.invalid(
                        "replaces",
                        "Không phải chính sách cùng cơ quan, kênh, loại và mức khẩn.",
                        "Not a policy of the same authority, channel, classification and urgency.");
            }
            end(replaced, policy.validFrom().minusDays(1), decided, "validFrom");
        }
        PolicyTable table = table();
        List<HandlingPolicy> overlapping = table.overlapping(policy);
        if (!overlapping.isEmpty()) {
            throw overlap(overlapping.get(0));
        }
        requireLimits(table.with(policy));
        entities.persist(policy);
        entities.flush();
        limits.forget();
        return PolicyView.of(policy);
    }

    /**
     * Ends a policy.
     *
     * @throws Problem 403, 404 as for {@link #enter}; 409 where days would be left without a limit; 412 when stale; 422 for
     *     a day before today, or outside of its validity
     */
    PolicyView end(UUID id, ExpectedVersion expected, EndPolicy wanted, AuthorityScope scope, Actor by) {
        lock();
        HandlingPolicy policy = visible(id, scope);
        if (policy.scope().authorityId() == null && !scope.reachesAll()) {
            throw ofTheCountry();
        }
        expected.require(policy.version());
        HandlingPolicy.Decided decided = HandlingPolicy.Decided.by(by, clock.instant(), wanted.reason());
        end(policy, wanted.validTo(), decided, "validTo");
        entities.flush();
        requireLimits(table());
        limits.forget();
        return PolicyView.of(policy);
    }

    /** @param field of the request that the last day comes from */
    private void end(HandlingPolicy policy, LocalDate lastDay, HandlingPolicy.Decided decided, String field) {
        if (lastDay.isBefore(today()) || !policy.validOn(lastDay)) {
            throw Problem.invalid(
                    field,
                    "Phải từ hôm nay trở đi và trong thời gian hiệu lực.",
                    "Must be from today on, and within its validity.");
        }
        policy.end(lastDay, decided);
    }

    /**
     * What a policy would make of arrivals. Nothing is stored.
     *
     * @throws Problem as {@link #enter}, but for overlaps, which are listed
     */
    PolicyPreview preview(TryPolicy wanted, AuthorityScope scope, Actor by) {
        EnterPolicy entered = wanted.policy();
        requireScope(entered, scope);
        HandlingPolicy policy =
                entered.policy(Ids.next(), today(), HandlingPolicy.Decided.by(by, clock.instant(), entered.reason()));
        wanted.requireArrivalsNearby();
        PolicyTable before = table();
        List<HandlingPolicy> others = before.policies().stream()
                .filter(other -> !other.id().equals(entered.replaces())
                        || other.validFrom().isBefore(policy.validFrom()))
                .toList();
        PolicyTable after = new PolicyTable(others).with(policy);
        WorkingTime time = limits.workingTime(limits.calendar(), entered.authorityId());
        return new PolicyPreview(
                policy.validFrom(),
                openCases(entered.authorityId()),
                before.overlapping(policy).stream()
                        .map(HandlingPolicy::id)
                        .filter(id -> !id.equals(entered.replaces()))
                        .limit(PolicyPreview.MOST)
                        .toList(),
                wanted.arrivals().stream()
                        .map(day -> example(wanted.arrivalOn(day), policy, before, after, time))
                        .toList());
    }

    private PolicyPreview.Example example(
            Instant arrivedAt, HandlingPolicy policy, PolicyTable before, PolicyTable after, WorkingTime time) {
        LocalDate arrivedOn = VietnamTime.local(arrivedAt).toLocalDate();
        Optional<HandlingPolicy> now = before.choose(policy.scope(), arrivedOn);
        HandlingPolicy holds = after.choose(policy.scope(), arrivedOn)
                .orElseThrow(() -> Problem.invalid(
                        "arrivals",
                        "Không có thời hạn nào cho ngày " + PrintedDay.inFigures(arrivedOn) + ".",
                        "No limit holds on " + arrivedOn + "."));
        LimitEnd due = holds.limit().endsAfter(arrivedAt, time);
        return new PolicyPreview.Example(
                arrivedOn,
                holds.id().equals(policy.id()),
                due.dueOn(),
                HandlingLimit.withinDay(due.dueAt(), due.dueOn()).orElse(null),
                now.map(one -> one.limit().endsAfter(arrivedAt, time).dueOn()).orElse(null),
                due.provisional(),
                holds.answersNeedRelease(),
                LimitExplanation.of(due));
    }

    private long openCases(UUID authorityId) {
        return authorityId == null
                ? entities.createQuery("select count(*) from Feedback where endedOn is null", Long.class)
                        .getSingleResult()
                : entities.createQuery(
                                "select count(*) from Feedback where authorityId = :authority and endedOn is null",
                                Long.class)
                        .setParameter("authority", authorityId)
                        .getSingleResult();
    }

    private void requireScope(EnterPolicy wanted, AuthorityScope scope) {
        if (wanted.authorityId() == null) {
            if (!scope.reachesAll()) {
                throw ofTheCountry();
            }
            return;
        }
        scope.require(wanted.authorityId());
        if (authorities.find(wanted.authorityId()).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private static Problem ofTheCountry() {
        return Problem.forbidden(BilingualText.of(
                "Chính sách chung cho cả nước chỉ do quản trị viên vận hành thay đổi.",
                "A policy of the whole country is kept by an operator only."));
    }

    private static Problem overlap(HandlingPolicy other) {
        String from = PrintedDay.inFigures(other.validFrom());
        String to = other.validTo().map(PrintedDay::inFigures).orElse("");
        return Problem.conflict(
                "policy-overlaps",
                BilingualText.of(
                        "Trùng thời gian với chính sách " + other.id() + " cùng phạm vi (từ " + from
                                + (to.isEmpty() ? "" : " đến " + to)
                                + "). Hãy kết thúc hoặc thay thế chính sách đó.",
                        "Policy " + other.id() + " of the same scope is valid then (from " + other.validFrom()
                                + other.validTo().map(day -> " to " + day).orElse("")
                                + "). End or replace it."));
    }

    /** For every day from today on there is a limit for answers and one for passing on, or nothing could be taken in. */
    private void requireLimits(PolicyTable table) {
        for (Classification category : new Classification[] {null, Classification.REGULATION_OTHER}) {
            table.firstDayWithout(category, today()).ifPresent(day -> {
                throw Problem.conflict(
                        "policy-needed",
                        BilingualText.of(
                                "Từ ngày " + PrintedDay.inFigures(day)
                                        + " sẽ không còn thời hạn chung cho cả nước; hãy thay thế thay vì kết thúc.",
                                "From " + day
                                        + " on there would be no limit of the whole country; replace it instead of ending it."));
            });
        }
    }

    private HandlingPolicy visible(UUID id, AuthorityScope scope) {
        HandlingPolicy policy = entities.find(HandlingPolicy.class, id, LockModeType.NONE);
        if (policy == null) {
            throw Problem.notFound();
        }
        if (policy.scope().authorityId() != null) {
            scope.require(policy.scope().authorityId());
        }
        return policy;
    }

    private PolicyTable table() {
        return new PolicyTable(entities.createQuery("from HandlingPolicy", HandlingPolicy.class)
                .getResultList());
    }

    private void lock() {
        entities.createNativeQuery(LOCK, Integer.class).getSingleResult();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
