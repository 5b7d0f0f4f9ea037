package vn.cchc.platform.event;

import java.util.List;

/**
 * What a service does on hearing the events of one topic. The platform calls it inside a transaction with a batch; when the
 * batch fails, again with each event alone. It must converge: the same events twice, or in another order, end in the same
 * state. So it keeps the highest version it has seen of each aggregate, and derives effects from that state.
 */
public interface EventHandler {

    /** The topic, e.g. {@code cchc.feedback}. */
    String topic();

    /**
     * Applies the events in the order given.
     *
     * @throws UnreadableEvent for an event that can never be processed
     */
    void apply(List<IncomingEvent> events);
}
