package vn.cchc.platform.testing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.tracing.Traceparent;

/** Counts the reminders of {@link SampleTimers} that are not yet given, whenever it is done. */
@ApplicationScoped
public class SampleSweep implements TimerHandler {

    public static final String KIND = "sample-sweep";

    /** How many were left when it was done last. */
    public static volatile long left = -1;

    /** In which trace it was done last. */
    public static volatile Optional<String> traceparent = Optional.empty();

    private final EntityManager entities;

    SampleSweep(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
        left = ((Number) entities.createNativeQuery(
                                "SELECT count(*) FROM timer WHERE kind = 'sample' AND done_at IS NULL")
                        .getSingleResult())
                .longValue();
        traceparent = Traceparent.current();
        return Optional.empty();
    }
}
