package vn.cchc.platform.testing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.cchc.platform.event.LossHandler;
import vn.cchc.platform.event.LostChange;

/** Keeps which aggregates a restore has lost something of. */
@ApplicationScoped
public class SampleLosses implements LossHandler {

    public static final Set<UUID> SEEN = ConcurrentHashMap.newKeySet();

    /** From which call on it fails; 0 for never. */
    public static volatile int failAtPart;

    private static final AtomicInteger PARTS = new AtomicInteger();

    @Override
    public void lost(List<LostChange> lost) {
        int parts = PARTS.incrementAndGet();
        if (failAtPart > 0 && parts >= failAtPart) {
            throw new IllegalStateException("a mistake in the handler");
        }
        lost.forEach(change -> SEEN.add(change.id()));
    }
}
