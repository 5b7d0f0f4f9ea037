package vn.cchc.feedback.escalation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.feedback.limit.WorkingTime;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.time.VietnamTime;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;

/**
 * Composes one mail for each mailbox and run of the sweep, and sends it, at least once and with the same Message-ID each
 * time. A mail that the server does not take is tried again with growing intervals, in office hours.
 */
@Singleton
class ReminderMails implements TimerHandler {

    private static final Logger LOG = Logger.getLogger(ReminderMails.class);

    private static final String KIND = "reminder-mail";
    private static final int BATCH = 50;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 5;

    /** By then nobody needs it any more; what it tells of stays in the list. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

    /** Fewer are no reason to give up, however much time has passed: the service may have been down for most of it. */
    private static final int LEAST_ATTEMPTS = 10;

    /** After a failure the other mails wait, too: a server that does not answer holds up the other timers. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** While no server is configured any more. */
    private static final Duration UNCONFIGURED = Duration.ofHours(1);

    private final MailTables tables;
    private final Post post;
    private final Limits limits;
    private final KnownAuthorities authorities;
    private final Timers timers;
    private final Counter sent;
    private final Counter failed;
    private volatile OffsetDateTime failedAt = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    ReminderMails(
            MailTables tables,
            Post post,
            Limits limits,
            KnownAuthorities authorities,
            Timers timers,
            MeterRegistry meters) {
        this.tables = tables;
        this.post = post;
        this.limits = limits;
        this.authorities = authorities;
        this.timers = timers;
        this.sent = attempts(meters, "sent");
        this.failed = attempts(meters, "failed");
        Gauge.builder("cchc.mails.enabled", post, one -> one.isConfigured() ? 1 : 0)
                .description("1 where an SMTP server is configured; 0: reminders are listed, and none is mailed")
                .register(meters);
    }

    private static Counter attempts(MeterRegistry meters, String outcome) {
        return Counter.builder("cchc.mails.attempted")
                .description("Attempts to hand a mail over to the SMTP server, by outcome")
                .baseUnit("mails")
                .tag("outcome", outcome)
                .register(meters);
    }

    @CheckedTemplate(basePath = "escalation")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance digest(Digest digest);
    }

    /**
     * Composes mails of what none tells of yet, in the current transaction; none while no server is configured.
     *
     * @return whether more may wait
     */
    boolean compose(OffsetDateTime now) {
        if (!post.isConfigured()) {
            return false;
        }
        List<UUID> mailboxes = tables.waiting(VietnamTime.dayOf(now), BATCH);
        for (UUID mailbox : mailboxes) {
            UUID mail = Ids.next();
            if (tables.compose(mailbox, mail, post.messageId(mail), now)) {
                timers.set(new Timer(KIND, mail, "send", "", now));
            }
        }
        return mailboxes.size() == BATCH;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
        WorkingTime hours = limits.workingTime(limits.calendar(), null);
        if (!hours.isOpen(now)) {
            return Optional.of(hours.nextOpening(now));
        }
        if (!post.isConfigured()) {
            return Optional.of(now.plus(UNCONFIGURED));
        }
        if (now.isBefore(failedAt.plus(QUIET)) && !now.isBefore(failedAt)) {
            return Optional.of(now.plus(QUIET));
        }
        return tables.unsent(timer.id()).flatMap(mail -> send(timer.id(), mail, now));
    }

    private Optional<OffsetDateTime> send(UUID id, MailTables.Unsent mail, OffsetDateTime now) {
        Digest digest = Digest.of(
                mail.recipient(), tables.told(id).stream().map(this::withName).toList());
        try {
            post.send(
                    mail.messageId(),
                    mail.address(),
                    digest.subject(),
                    Templates.digest(digest).render());
        } catch (RuntimeException e) {
            failed.increment();
            return failed(id, mail, e, now);
        }
        sent.increment();
        tables.sent(id, now);
        return Optional.empty();
    }

    private Optional<OffsetDateTime> failed(UUID id, MailTables.Unsent mail, RuntimeException e, OffsetDateTime now) {
        failedAt = now;
        String error = nameOf(e);
        tables.failed(id, error);
        if (mail.attempts() + 1 >= LEAST_ATTEMPTS
                && now.isAfter(mail.composedAt().plus(GIVEN_UP_AFTER))) {
            LOG.errorf("Mail is given up: %s: %s, after %d attempts", id, error, mail.attempts() + 1);
            tables.giveUp(id, now);
            return Optional.empty();
        }
        LOG.warnf("Mail will be sent again: %s: %s", id, error);
        return Optional.of(now.plus(FIRST_RETRY.multipliedBy(1L << Math.min(mail.attempts(), MOST_DOUBLINGS))));
    }

    /** Of the cause, without the server's words: they may hold the address. */
    private static String nameOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    private Digest.Told withName(MailTables.Told told) {
        return new Digest.Told(
                authorities.find(told.authorityId()).map(KnownAuthority::name).orElse(""),
                told.number(),
                told.year(),
                told.dueOn(),
                told.recipient(),
                told.workingDays());
    }
}
