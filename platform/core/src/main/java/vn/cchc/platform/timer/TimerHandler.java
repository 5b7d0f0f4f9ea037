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
     * @param now business time, never before the timer is due. The clock that is asked here may be: it may have been set
     *     back meanwhile, or this replica's may be ahead of the others'. What is set or tried again is counted from this.
     * @return empty when it is done; the business time at which to try again when it cannot be done yet
     */
    Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now);

    /**
     * How many of this kind are done in one transaction, at most: for kinds of which thousands are due at one moment. When
     * one fails, each is done in a transaction of its own. One in every case, unless the handler says otherwise.
     */
    default int together() {
        return 1;
    }
}
