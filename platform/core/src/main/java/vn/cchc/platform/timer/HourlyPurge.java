package vn.cchc.platform.timer;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

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

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final Optional<OffsetDateTime> due(Timer timer) {
        if (delete(STEP) == STEP) {
            return Optional.of(OffsetDateTime.now(clock));
        }
        setNext();
        return Optional.empty();
    }

    /** Sets the next one in the transaction under way: one for each hour, whichever replica sets it. */
    protected final void setNext() {
        OffsetDateTime due =
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.HOURS).plus(EVERY);
        timers.set(new Timer(kind, ALL, due.toString(), "", due));
    }
}
