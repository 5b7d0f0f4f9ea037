package vn.cchc.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import vn.cchc.feedback.handling.SenderDetails;
import vn.cchc.feedback.tracking.TrackingKeys;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.SystemClock;

/**
 * Limits what citizens hand in by the phone number they give, or the email address where they give none, over all replicas and
 * addresses of the network. The generic cell rate algorithm (ITU-T I.371, 5.4.1): one moment for each contact says until when its
 * allowance is used up.
 *
 * <p>Counted in the transaction of the intake: what was refused, or sent twice, does not count. Stored is an HMAC, which does not tell
 * the number. With another tracking key each contact has its whole allowance again.
 */
@ApplicationScoped
class ContactLimit {

    /**
     * What was used up when the clock was later than now, by more than the whole allowance, does not count. Less than that is the clock of another
     * replica, or a request that waited for the row.
     */
    private static final String USED = """
            CASE WHEN c.used_until > CAST(:later AS timestamptz) THEN CAST(:now AS timestamptz)
            ELSE greatest(c.used_until, CAST(:now AS timestamptz)) END + (CAST(:one AS timestamptz) - CAST(:now AS timestamptz))
            """;

    private static final String COUNT = """
            INSERT INTO intake_contact AS c (contact, used_until) VALUES (:contact, CAST(:one AS timestamptz))
            ON CONFLICT (contact) DO UPDATE SET used_until = %1$s WHERE %1$s <= CAST(:most AS timestamptz)""".formatted(USED);

    private static final String USED_UNTIL = "SELECT used_until FROM intake_contact WHERE contact = :contact";

    private final EntityManager entities;
    private final TrackingKeys keys;
    private final IntakeConfig.Allowance allowance;
    private final Clock systemClock;

    ContactLimit(EntityManager entities, TrackingKeys keys, IntakeConfig config, @SystemClock Clock systemClock) {
        this.entities = entities;
        this.keys = keys;
        this.allowance = config.contact();
        this.systemClock = systemClock;
    }

    /**
     * Counts an intake in the current transaction.
     *
     * @param sender with a phone number or an email address
     * @throws Problem 429 when the allowance is used up, with the time until one more is allowed
     */
    void count(SenderDetails sender) {
        byte[] contact = keys.digest(
                sender.phone() != null ? sender.phone() : sender.email().toLowerCase(Locale.ROOT));
        OffsetDateTime now = OffsetDateTime.now(systemClock);
        Duration one = allowance.per().dividedBy(allowance.permits());
        OffsetDateTime most = now.plus(allowance.per());
        int counted = entities.createNativeQuery(COUNT)
                .setParameter("contact", contact)
                .setParameter("one", now.plus(one))
                .setParameter("now", now)
                .setParameter("most", most)
                .setParameter("later", most.plus(allowance.per()))
                .executeUpdate();
        if (counted == 0) {
            OffsetDateTime usedUntil = ((OffsetDateTime) entities.createNativeQuery(USED_UNTIL, OffsetDateTime.class)
                    .setParameter("contact", contact)
                    .getSingleResult());
            throw exhausted(Duration.between(most, usedUntil.plus(one)).toSeconds() + 1);
        }
    }

    private Problem exhausted(long seconds) {
        long minutes = (seconds + 59) / 60;
        return Problem.tooManyRequests(
                seconds,
                BilingualText.of(
                        "Số điện thoại hoặc email này đã gửi %d phản ánh, kiến nghị trong thời gian qua. Vui lòng gửi lại sau %d phút, hoặc gọi điện, đến trực tiếp cơ quan."
                                .formatted(allowance.permits(), minutes),
                        "This phone number or email address has handed in %d feedback lately. Please retry in %d minutes, or call or visit the authority."
                                .formatted(allowance.permits(), minutes)));
    }
}
