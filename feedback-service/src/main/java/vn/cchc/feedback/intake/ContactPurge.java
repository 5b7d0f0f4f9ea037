package vn.cchc.feedback.intake;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.timer.HourlyPurge;
import vn.cchc.platform.timer.Timers;

/** Deletes contacts that have their whole allowance again. */
@Singleton
class ContactPurge extends HourlyPurge {

    private static final String DELETE = """
            DELETE FROM intake_contact WHERE contact IN
            (SELECT contact FROM intake_contact WHERE used_until < ?1 ORDER BY used_until LIMIT ?2 FOR UPDATE SKIP LOCKED)""";

    private final EntityManager entities;
    private final Clock systemClock;

    ContactPurge(Timers timers, EntityManager entities, Clock clock, @SystemClock Clock systemClock) {
        super("intake-contact-purge", timers, clock);
        this.entities = entities;
        this.systemClock = systemClock;
    }

    @Override
    protected int delete(int atMost) {
        return entities.createNativeQuery(DELETE)
                .setParameter(1, OffsetDateTime.now(systemClock))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
