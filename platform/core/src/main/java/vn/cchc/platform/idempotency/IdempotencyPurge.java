package vn.cchc.platform.idempotency;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.timer.HourlyPurge;
import vn.cchc.platform.timer.Timers;

/** Deletes keys that are older than {@link Idempotency#KEPT}. */
@Singleton
class IdempotencyPurge extends HourlyPurge {

    private static final String DELETE = """
            DELETE FROM idempotency_key WHERE (caller, key) IN
            (SELECT caller, key FROM idempotency_key WHERE created_at < ?1 LIMIT ?2)""";

    private final EntityManager entities;
    private final Clock systemClock;

    IdempotencyPurge(Timers timers, EntityManager entities, Clock clock, @SystemClock Clock systemClock) {
        super("idempotency-purge", timers, clock);
        this.entities = entities;
        this.systemClock = systemClock;
    }

    @Override
    protected int delete(int atMost) {
        return entities.createNativeQuery(DELETE)
                .setParameter(1, systemClock.instant().minus(Idempotency.KEPT))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
