package vn.cchc.feedback.escalation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.feedback.escalation.ReminderTables.Look;
import vn.cchc.feedback.escalation.ReminderTables.Reached;
import vn.cchc.feedback.escalation.ReminderTables.Watched;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.feedback.limit.WorkingTime;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.database.DatabaseAtStart;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.time.VietnamTime;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;

/**
 * Decides the steps of reminders that are due, every five minutes of office hours, in batches of one transaction each. A
 * step missed while the service was down is decided when it is back. Then the mails of what was decided are composed.
 */
@Singleton
class ReminderSweep implements TimerHandler {

    private static final String KIND = "reminder-sweep";
    private static final UUID ALL = new UUID(0, 0);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int BATCH = 200;

    private final ReminderTables tables;
    private final ReminderMails mails;
    private final Journal journal;
    private final Actor by;
    private final Limits limits;
    private final WorkingCalendars calendars;
    private final Timers timers;
    private final Clock clock;

    ReminderSweep(
            ReminderTables tables,
            ReminderMails mails,
            Journal journal,
            Limits limits,
            WorkingCalendars calendars,
            Timers timers,
            Clock clock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.tables = tables;
        this.mails = mails;
        this.journal = journal;
        this.by = new Actor(service, service);
        this.limits = limits;
        this.calendars = calendars;
        this.timers = timers;
        this.clock = clock;
    }

    /** Sets the first timer; each run sets the next one. */
    void start(@Observes StartupEvent started) {
        DatabaseAtStart.run(() ->
                QuarkusTransaction.requiringNew().run(() -> setNext(OffsetDateTime.now(clock), calendars.current())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
        WorkingCalendar calendar = calendars.current();
        if (hours(calendar).isOpen(now)) {
            if (tables.lookAgain(calendar.version(), BATCH) || look(calendar, now) || mails.compose(now)) {
                return Optional.of(now);
            }
        }
        setNext(now, calendar);
        return Optional.empty();
    }

    /** Those of the whole country: one timer serves all authorities. */
    private WorkingTime hours(WorkingCalendar calendar) {
        return limits.workingTime(calendar, null);
    }

    /** Sets the next timer in the current transaction: one for each interval, on whichever replica. */
    private void setNext(OffsetDateTime now, WorkingCalendar calendar) {
        long interval = EVERY.toSeconds();
        OffsetDateTime next = VietnamTime.local(Instant.ofEpochSecond((now.toEpochSecond() / interval + 1) * interval));
        WorkingTime hours = hours(calendar);
        OffsetDateTime due = hours.isOpen(next) ? next : hours.nextOpening(now);
        timers.set(new Timer(KIND, ALL, due.toString(), "", due));
    }

    /** @return whether more may be due */
    private boolean look(WorkingCalendar calendar, OffsetDateTime now) {
        LocalDate today = VietnamTime.dayOf(now);
        List<Watched> cases = tables.toLookAt(today, BATCH);
        if (cases.isEmpty()) {
            return false;
        }
        List<Ladder> ladders = tables.ladders(
                cases.stream().map(Watched::authorityId).distinct().toList());
        List<Reached> reached = new ArrayList<>();
        List<Look> looks = new ArrayList<>();
        for (Watched one : cases) {
            Optional<Ladder.Standing> standing = one.isPaused(now)
                    ? Optional.empty()
                    : Ladder.choose(ladders, one.authorityId(), one.arrivedOn())
                            .map(ladder -> ladder.on(today, one.dueOn(), calendar));
            standing.ifPresent(found ->
                    found.reached().forEach(step -> reached.add(reached(one, step, found.isCurrent(step), now))));
            looks.add(new Look(one.id(), standing.flatMap(Ladder.Standing::next).orElse(null)));
        }
        List<Reached> decided = tables.decide(reached);
        journal.appendAll(
                () -> decided.stream().map(one -> ReminderEvent.of(one, by)).toList());
        tables.lookLater(looks);
        return cases.size() == BATCH;
    }

    private static Reached reached(Watched one, Ladder.Step step, boolean current, OffsetDateTime now) {
        return new Reached(
                one.id(),
                one.dueOn(),
                step.name(),
                one.authorityId(),
                step.recipient() == Recipient.SUPERIOR ? one.above() : one.authorityId(),
                step.recipient(),
                step.workingDays(),
                now,
                current);
    }
}
