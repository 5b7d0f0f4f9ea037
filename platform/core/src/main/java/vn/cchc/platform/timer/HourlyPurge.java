package vn.cchc.platform.timer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.database.DatabaseAtStart;

/** Deletes expired rows every hour of business time, in batches of one transaction each. */
public abstract class HourlyPurge implements TimerHandler {

    private static final UUID ALL = new UUID(0, 0);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int STEP = 1_000;

    private final String kind;
    private final Timers timers;
    private final Clock clock;

    /** @param kind of its timers; must never change */
    protected HourlyPurge(String kind, Timers timers, Clock clock) {
        this.kind = kind;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * Deletes one batch.
     *
     * @return rows deleted; equal to {@code atMost} where more may remain
     */
    protected abstract int delete(int atMost);

    /** Sets the first timer of each purge; each run sets the next one. */
    protected final void start(@Observes StartupEvent started) {
        DatabaseAtStart.run(() -> QuarkusTransaction.requiringNew().run(() -> setNext(OffsetDateTime.now(clock))));
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
        if (delete(STEP) == STEP) {
            return Optional.of(now);
        }
        setNext(now);
        return Optional.empty();
    }

    /** Sets the next timer in the current transaction: one per hour, on whichever replica. */
    private void setNext(OffsetDateTime now) {
        OffsetDateTime due = now.truncatedTo(ChronoUnit.HOURS).plus(EVERY);
        timers.set(new Timer(kind, ALL, due.toString(), "", due));
    }
}
