package vn.cchc.platform.event;

import java.util.Optional;
import java.util.UUID;

/**
 * An aggregate of which events have become void: the service that tells it was restored from a backup that does not have them.
 *
 * @param lost the last of those
 * @param last what was told of it last among the events that still hold; empty where none does
 * @param epoch the one that has begun
 */
public record Voided(IncomingEvent lost, Optional<IncomingEvent> last, int epoch) {

    public UUID id() {
        return lost.aggregateId();
    }
}
