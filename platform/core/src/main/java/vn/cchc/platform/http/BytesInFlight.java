package vn.cchc.platform.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Memory, or room on disk, reserved by requests in flight, in bytes: bounded in total, and to a quarter of that per owner. */
final class BytesInFlight {

    private static final int SHARES = 4;

    private final long most;
    private final AtomicLong held = new AtomicLong();
    private final Map<Object, Long> heldByOwner = new ConcurrentHashMap<>();

    BytesInFlight(long most) {
        this.most = most;
    }

    /** Bounded by a share of the heap. */
    static BytesInFlight ofHeap(double share) {
        return new BytesInFlight((long) (Runtime.getRuntime().maxMemory() * share));
    }

    /** Exposes what is reserved as a gauge of this name. */
    BytesInFlight gauged(String gauge, String description, MeterRegistry meters) {
        Gauge.builder(gauge, held, AtomicLong::doubleValue)
                .description(description)
                .baseUnit("bytes")
                .register(meters);
        return this;
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
