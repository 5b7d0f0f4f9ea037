package vn.cchc.platform.timer;

import java.time.OffsetDateTime;
import java.util.Optional;

/** The action of due {@link Timer}s of one kind. */
public interface TimerHandler {

    String kind();

    /**
     * Executes the timer in the transaction that marks it as done. An exception causes a retry.
     *
     * @param now business time, never before {@code dueAt}. The injected clock may be: it may have been set back, or
     *     this replica's may differ from others. Compute new and retried times from this value.
     * @return empty when done; the business time of the next attempt when it cannot be done yet
     */
    Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now);

    /**
     * Maximum timers per transaction, for kinds with thousands due at once. When one fails, each is executed in its own
     * transaction. 1 by default.
     */
    default int together() {
        return 1;
    }
}
