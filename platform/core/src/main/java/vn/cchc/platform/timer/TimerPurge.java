package vn.cchc.platform.timer;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Deletes timers some time after completion. */
@Singleton
class TimerPurge extends HourlyPurge {

    /** In business time; until then a completed timer is visible and cannot be set again. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String DELETE = """
            DELETE FROM timer WHERE (kind, id, step, basis) IN
            (SELECT kind, id, step, basis FROM timer WHERE done_at < ?1 ORDER BY done_at LIMIT ?2)""";

    private final EntityManager entities;
    private final Clock clock;

    TimerPurge(Timers timers, EntityManager entities, Clock clock) {
        super("timer-purge", timers, clock);
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    protected int delete(int atMost) {
        return entities.createNativeQuery(DELETE)
                .setParameter(1, OffsetDateTime.now(clock).minus(KEPT))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
