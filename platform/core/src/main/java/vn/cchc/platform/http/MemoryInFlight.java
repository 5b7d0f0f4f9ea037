package vn.cchc.platform.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that requests under way hold, in bytes, kept below a bound. */
@ApplicationScoped
class MemoryInFlight {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    @Inject
    MemoryInFlight(RequestBodyConfig config, MeterRegistry meters) {
        this((long) (Runtime.getRuntime().maxMemory() * config.heapShare()));
        Gauge.builder("cchc.request.bodies.memory", held, AtomicLong::doubleValue)
                .description("What the bodies of requests under way hold in memory, with what is made of them")
                .baseUnit("bytes")
                .register(meters);
    }

    MemoryInFlight(long most) {
        this.most = most;
    }

    /** Takes so much, or nothing where that is not left. */
    boolean take(long bytes) {
        long before = held.get();
        while (before + bytes <= most) {
            if (held.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = held.get();
        }
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
