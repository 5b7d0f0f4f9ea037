package vn.cchc.platform.event;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.timer.HourlyPurge;
import vn.cchc.platform.timer.Timers;

/**
 * Deletes dead letters some time after they were processed: their content is in {@code heard}. Those set aside are
 * kept, since a rebuild from the topics would bring them back.
 */
@Singleton
class DeadLetterPurge extends HourlyPurge {

    static final Duration KEPT = Duration.ofDays(30);

    private static final String DELETE = """
            DELETE FROM dead_letter WHERE id IN
            (SELECT id FROM dead_letter WHERE state = 'PROCESSED' AND tried_at < ?1 ORDER BY tried_at LIMIT ?2)""";

    private final EntityManager entities;
    private final Clock systemClock;

    DeadLetterPurge(Timers timers, EntityManager entities, Clock clock, @SystemClock Clock systemClock) {
        super("dead-letter-purge", timers, clock);
        this.entities = entities;
        this.systemClock = systemClock;
    }

    @Override
    protected int delete(int atMost) {
        return entities.createNativeQuery(DELETE)
                .setParameter(1, OffsetDateTime.now(systemClock).minus(KEPT))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
