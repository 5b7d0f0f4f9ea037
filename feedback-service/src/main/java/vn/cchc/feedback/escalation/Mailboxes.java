package vn.cchc.feedback.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Keeping the functional mailboxes of authorities. */
@ApplicationScoped
@Transactional
class Mailboxes {

    /** Serialises changes: that no two overlap is checked by one at a time. */
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(1668441446, 0)";

    private static final String OF_AUTHORITY = "from Mailbox where authorityId = :authority";
    private static final String VALID = " and validFrom <= :day and (validTo is null or validTo >= :day)";
    private static final String BEHIND = " and (validFrom, id) > (:afterDay, :afterId) order by validFrom, id";

    private static final UUID FIRST = new UUID(0, 0);
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final EntityManager entities;
    private final KnownAuthorities authorities;
    private final Clock clock;

    Mailboxes(EntityManager entities, KnownAuthorities authorities, Clock clock) {
        this.entities = entities;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Mailboxes of an authority, by their first day.
     *
     * @param wanted null for the own authority
     * @param validOn null for all days
     * @throws Problem 404 when the authority is out of scope, and for an operator who names none
     */
    Page<MailboxView> list(AuthorityScope scope, UUID wanted, LocalDate validOn, Integer limit, String cursor) {
        UUID authorityId = wanted != null ? wanted : scope.own().orElseThrow(Problem::notFound);
        scope.require(authorityId);
        return Page.<Mailbox>read(
                        limit,
                        cursor,
                        "mailboxes " + authorityId + " " + validOn,
                        (after, atMost) -> {
                            var page = entities.createQuery(
                                            OF_AUTHORITY + (validOn == null ? "" : VALID) + BEHIND, Mailbox.class)
                                    .setParameter("authority", authorityId)
                                    .setParameter(
                                            "afterDay",
                                            after.map(last -> last.date(0)).orElse(LONG_AGO))
                                    .setParameter(
                                            "afterId",
                                            after.map(last -> last.uuid(1)).orElse(FIRST))
                                    .setMaxResults(atMost);
                            return (validOn == null ? page : page.setParameter("day", validOn)).getResultList();
                        },
                        mailbox -> List.of(mailbox.validFrom(), mailbox.id()))
                .map(Mailbox::view);
    }

    /** @throws Problem 404 when out of scope */
    MailboxView one(UUID id, AuthorityScope scope) {
        return visible(id, scope).view();
    }

    /**
     * Enters a mailbox.
     *
     * @throws Problem 404 for an authority out of scope; 409 where one of the same unit and recipient is valid on one of its
     *     days; 422 for one that is none
     */
    MailboxView enter(EnterMailbox wanted, AuthorityScope scope, Actor by) {
        scope.require(wanted.authorityId());
        KnownAuthority authority = authorities.find(wanted.authorityId()).orElseThrow(Problem::notFound);
        wanted.requireSound(LocalDate.now(clock));
        if (wanted.unitId() != null
                && authority.unitOn(wanted.unitId(), wanted.validFrom()).isEmpty()) {
            throw Problem.invalid(
                    "unitId",
                    "Không phải bộ phận của cơ quan vào ngày đó.",
                    "Not a unit of the authority on that day.");
        }
        lock();
        Mailbox mailbox = new Mailbox(Ids.next(), wanted, by, clock.instant());
        entities.createQuery(OF_AUTHORITY, Mailbox.class)
                .setParameter("authority", wanted.authorityId())
                .getResultStream()
                .filter(mailbox::overlaps)
                .findFirst()
                .ifPresent(other -> {
                    throw overlap(other);
                });
        entities.persist(mailbox);
        entities.flush();
        return mailbox.view();
    }

    /**
     * Ends a mailbox.
     *
     * @throws Problem 404 when out of scope; 412 when stale; 422 for a day before today, or outside of its validity
     */
    MailboxView end(UUID id, ExpectedVersion expected, EndMailbox wanted, AuthorityScope scope, Actor by) {
        lock();
        Mailbox mailbox = visible(id, scope);
        expected.require(mailbox.version());
        if (wanted.validTo().isBefore(LocalDate.now(clock)) || !mailbox.isValidOn(wanted.validTo())) {
            throw Problem.invalid(
                    "validTo",
                    "Phải từ hôm nay trở đi và trong thời gian hiệu lực.",
                    "Must be from today on, and within its validity.");
        }
        mailbox.end(wanted.validTo(), wanted.reason(), by, clock.instant());
        entities.flush();
        return mailbox.view();
    }

    private void lock() {
        entities.createNativeQuery(LOCK, Integer.class).getSingleResult();
    }

    private Mailbox visible(UUID id, AuthorityScope scope) {
        Mailbox mailbox = entities.find(Mailbox.class, id);
        if (mailbox == null) {
            throw Problem.notFound();
        }
        scope.require(mailbox.authorityId());
        return mailbox;
    }

    private static Problem overlap(Mailbox other) {
        return Problem.conflict(
                "mailbox-overlaps",
                BilingualText.of(
                        "Đã có hộp thư " + other.id()
                                + " cùng bộ phận và người nhận trong thời gian đó. Hãy kết thúc hộp thư đó trước.",
                        "Mailbox " + other.id() + " of the same unit and recipient is valid then. End it first."));
    }
}
