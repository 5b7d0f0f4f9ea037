package vn.cchc.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that requests under way hold, in bytes, kept below a bound. */
@ApplicationScoped
class MemoryInFlight {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    MemoryInFlight(RequestBodyConfig config) {
        this.most = (long) (Runtime.getRuntime().maxMemory() * config.heapShare());
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
