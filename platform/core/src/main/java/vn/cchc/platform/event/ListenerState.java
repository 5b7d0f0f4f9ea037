package vn.cchc.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.cchc.platform.time.SystemClock;

/**
 * Progress of the listener: consumer lag and age of the oldest record by topic, as gauges of this replica, and
 * liveness. A listener that waits for its database is live: a restart would not help.
 */
@ApplicationScoped
class ListenerState {

    private final EventConfig config;
    private final MeterRegistry meters;
    private final Clock systemClock;
    private final Map<String, AtomicLong> lags = new ConcurrentHashMap<>();
    private volatile boolean started;
    private volatile boolean stopped;
    private volatile boolean waitsForDatabase;
    private volatile long polledAt;
    private volatile long heldSince;
    private volatile long oldestMillis;

    ListenerState(EventConfig config, MeterRegistry meters, @SystemClock Clock systemClock) {
        this.config = config;
        this.meters = meters;
        this.systemClock = systemClock;
        Gauge.builder("cchc.events.oldest.age", this, ListenerState::oldestAge)
                .description("Age of the oldest consumed record that is still being processed; 0 when there is none")
                .baseUnit("seconds")
                .register(meters);
    }

    void started() {
        polledAt = System.nanoTime();
        started = true;
    }

    void stopped() {
        stopped = true;
    }

    /** A held record has been processed, or became a dead letter. */
    void progressed() {
        heldSince = System.nanoTime();
    }

    /**
     * The poll loop has completed an iteration.
     *
     * @param isPositioned whether the offset of each partition is known; otherwise nothing is consumed
     */
    void polled(Collection<List<ConsumerRecord<String, byte[]>>> held, boolean databaseAnswers, boolean isPositioned) {
        long now = System.nanoTime();
        polledAt = now;
        waitsForDatabase = !databaseAnswers;
        oldestMillis = held.stream()
                .mapToLong(records -> records.get(0).timestamp())
                .min()
                .orElse(0);
        if (oldestMillis == 0 && isPositioned) {
            heldSince = 0;
        } else if (heldSince == 0) {
            heldSince = now;
        }
    }

    /** Consumer lag of the assigned partitions, by topic. */
    void lags(Map<String, Long> waiting) {
        lags.forEach((topic, lag) -> lag.set(waiting.getOrDefault(topic, 0L)));
        waiting.forEach(
                (topic, count) -> lags.computeIfAbsent(topic, this::gauge).set(count));
    }

    private AtomicLong gauge(String topic) {
        AtomicLong lag = new AtomicLong();
        Gauge.builder("cchc.events.lag", lag, AtomicLong::doubleValue)
                .description("Records of the partitions of this replica that have not been consumed")
                .tag("topic", topic)
                .register(meters);
        return lag;
    }

    double oldestAge() {
        long oldest = oldestMillis;
        return oldest == 0 ? 0 : Math.max(0, (systemClock.millis() - oldest) / 1000.0);
    }

    /** Whether the poll loop runs, and no held record has waited too long. */
    boolean lives() {
        long bound = config.listener().stuckAfter().toNanos();
        long held = heldSince;
        boolean polls = System.nanoTime() - polledAt < bound;
        return !started || (!stopped && polls && (waitsForDatabase || held == 0 || System.nanoTime() - held < bound));
    }

    long heldForSeconds() {
        long held = heldSince;
        return held == 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - held);
    }
}
