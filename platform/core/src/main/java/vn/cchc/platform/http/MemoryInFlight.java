package vn.cchc.platform.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Memory, or room on disk, reserved by requests in flight, in bytes: bounded in total, and to a quarter of that per owner. */
final class MemoryInFlight {

    private static final int SHARES = 4;

    private final long most;
    private final AtomicLong held = new AtomicLong();
    private final Map<Object, Long> heldByOwner = new ConcurrentHashMap<>();

    MemoryInFlight(long most) {
        this.most = most;
    }

    /** Bounded by a share of the heap; exposed as a gauge of this name. */
    static MemoryInFlight ofHeap(double share, String gauge, String description, MeterRegistry meters) {
        MemoryInFlight memory = new MemoryInFlight((long) (Runtime.getRuntime().maxMemory() * share));
        Gauge.builder(gauge, memory.held, AtomicLong::doubleValue)
                .description(description)
                .baseUnit("bytes")
                .register(meters);
        return memory;
    }

    /** Reserves the bytes; false when they exceed what is left or the owner's share. */
    boolean take(Object owner, long bytes) {
        if (held.addAndGet(bytes) > most) {
            held.addAndGet(-bytes);
            return false;
        }
        if (heldByOwner.merge(owner, bytes, Long::sum) > most / SHARES) {
            giveBack(owner, bytes);
            return false;
        }
        return true;
    }

    void giveBack(Object owner, long bytes) {
        heldByOwner.computeIfPresent(owner, (same, all) -> all == bytes ? null : Long.valueOf(all - bytes));
        held.addAndGet(-bytes);
    }
}
