package vn.cchc.platform.timer;

import java.time.OffsetDateTime;
import java.util.Optional;

/** What happens when a {@link Timer} of its kind is due. */
public interface TimerHandler {

    String kind();

    /**
     * Does it, in the transaction that marks the timer as done: both are there after it, or neither. An exception leaves it
     * to be tried again.
     *
     * @return empty when it is done; the business time at which to try again when it cannot be done yet
     */
    Optional<OffsetDateTime> due(Timer timer);
}
