package vn.cchc.platform.testing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;

/** A reminder that leaves a row for each time it has been given; several are given in one transaction. */
@ApplicationScoped
public class SampleTimers implements TimerHandler {

    /** Set by a test: about whom a reminder fails when its effect is there. */
    public static volatile UUID failsAfterwards;

    /** Set by a test: about whom each reminder loses a race. */
    public static volatile UUID losesRaces;

    /** Set by a test: reminders are put off for so long. */
    public static volatile Duration putOff;

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
    public int together() {
        return 20;
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
        if (putOff != null) {
            return Optional.of(now.plus(putOff));
        }
        if (timer.id().equals(losesRaces)) {
            entities.createNativeQuery("DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''serialization_failure''; END'")
                    .executeUpdate();
        }
        entities.createNativeQuery("INSERT INTO sample_reminder (id, step) VALUES (?1, ?2)")
                .setParameter(1, timer.id())
                .setParameter(2, timer.step())
                .executeUpdate();
        if (timer.id().equals(failsAfterwards)) {
            throw new IllegalStateException("after the effect");
        }
        return Optional.empty();
    }
}
