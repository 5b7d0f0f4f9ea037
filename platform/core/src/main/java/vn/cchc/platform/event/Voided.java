package vn.cchc.platform.event;

import java.util.Optional;
import java.util.UUID;

/**
 * An aggregate with void events: its publisher was restored from a backup that lacks them.
 *
 * @param lost the last void event
 * @param last the last valid event; empty where there is none
 * @param epoch the new epoch
 */
public record Voided(IncomingEvent lost, Optional<IncomingEvent> last, int epoch) {

    public UUID id() {
        return lost.aggregateId();
    }
}
