package vn.cchc.reporting.projection;

import java.util.List;
import vn.cchc.platform.event.IncomingEvent;

/**
 * Fired in the transaction in which events are heard, once they have been read.
 *
 * @param events of one topic, in the order of their sequences
 */
public record Arrived(List<IncomingEvent> events) {

    public Arrived {
        events = List.copyOf(events);
    }
}
