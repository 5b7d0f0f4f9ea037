package vn.cchc.platform.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.database.DatabaseAtStart;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;

/** Deletes kept answers that are older than {@link Idempotency#KEPT}, every hour of business time, in bounded steps. */
@ApplicationScoped
class IdempotencyPurge implements TimerHandler {

    private static final String KIND = "idempotency-purge";
    private static final UUID ALL = new UUID(0, 0);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int STEP = 1_000;

    private static final String DELETE = "DELETE FROM idempotency_key WHERE (caller, key) IN"
            + " (SELECT caller, key FROM idempotency_key WHERE created_at < ?1 LIMIT " + STEP + ") RETURNING 1";

    private final Timers timers;
    private final EntityManager entities;
    private final Clock clock;
    private final Clock systemClock;

    IdempotencyPurge(Timers timers, EntityManager entities, Clock clock, @SystemClock Clock systemClock) {
        this.timers = timers;
        this.entities = entities;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    void start(@Observes StartupEvent started) {
        DatabaseAtStart.run(() -> QuarkusTransaction.requiringNew().run(this::setNext));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer) {
        List<?> deleted = entities.createNativeQuery(DELETE)
                .setParameter(1, systemClock.instant().minus(Idempotency.KEPT))
                .getResultList();
        if (deleted.size() == STEP) {
            return Optional.of(OffsetDateTime.now(clock));
        }
        setNext();
        return Optional.empty();
    }

    /** One for each hour, whichever replica sets it, however often one is started. */
    private void setNext() {
        OffsetDateTime due =
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.HOURS).plus(EVERY);
        timers.set(new Timer(KIND, ALL, due.toString(), "", due));
    }
}
