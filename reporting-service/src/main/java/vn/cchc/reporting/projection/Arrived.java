package vn.cchc.reporting.projection;

import java.util.List;
import vn.cchc.platform.event.IncomingEvent;

/**
 * Fired in the transaction that consumes events, after they have been parsed and projected.
 *
 * @param events of one topic, in sequence order
 */
public record Arrived(List<IncomingEvent> events) {

    public Arrived {
        events = List.copyOf(events);
    }
}
