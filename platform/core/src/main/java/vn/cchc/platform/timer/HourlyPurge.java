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

/** Deletes what is no longer needed, every hour of business time, in bounded steps of one transaction each. */
public abstract class HourlyPurge implements TimerHandler {

    private static final UUID ALL = new UUID(0, 0);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int STEP = 1_000;

    private final String kind;
    private final Timers timers;
    private final Clock clock;

    /** @param kind of its timers, for ever the same */
    protected HourlyPurge(String kind, Timers timers, Clock clock) {
        this.kind = kind;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * Deletes some of it.
     *
     * @return how many; as many as asked for where there may be more
     */
    protected abstract int delete(int atMost);

    /** The first one of each purge; later ones are set by those before. */
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

    /** Sets the next one in the transaction under way: one for each hour, whichever replica sets it. */
    private void setNext(OffsetDateTime now) {
        OffsetDateTime due = now.truncatedTo(ChronoUnit.HOURS).plus(EVERY);
        timers.set(new Timer(kind, ALL, due.toString(), "", due));
    }
}
