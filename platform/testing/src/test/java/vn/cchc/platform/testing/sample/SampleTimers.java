package vn.cchc.platform.testing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;

/** A reminder that leaves a row for each time it has been given. */
@ApplicationScoped
public class SampleTimers implements TimerHandler {

    /** Set by a test: the effect is there, then it fails. */
    public static volatile boolean failsAfterwards;

    private final EntityManager entities;
    private final Timers timers;

    SampleTimers(EntityManager entities, Timers timers) {
        this.entities = entities;
        this.timers = timers;
    }

    @Transactional
    public void remind(UUID id, String step, OffsetDateTime at) {
        timers.set(new Timer(kind(), id, step, "", at));
    }

    @Override
    public String kind() {
        return "sample";
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer) {
        entities.createNativeQuery("INSERT INTO sample_reminder (id, step) VALUES (?1, ?2)")
                .setParameter(1, timer.id())
                .setParameter(2, timer.step())
                .executeUpdate();
        if (failsAfterwards) {
            throw new IllegalStateException("after the effect");
        }
        return Optional.empty();
    }
}
