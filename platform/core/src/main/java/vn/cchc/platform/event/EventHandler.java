package vn.cchc.platform.event;

import java.util.List;

/**
 * What a service does on hearing the events of one topic. The platform calls it inside the transaction in which it keeps the
 * events in {@code heard} and moves the offset: each event comes once, the events of one aggregate in the order of their
 * sequences. After a rebuild they all come again: what the handler has made of them before must stay as it is.
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

    /**
     * Takes back what was made of events that have become void, of some aggregates at a time and of each of them all, in the
     * transaction that takes them out of {@code heard}. What is told of an aggregate from now on
     * comes in the new epoch, with sequences from 1. By default nothing: for who keeps nothing but the events.
     */
    default void voided(List<Voided> aggregates) {}
}
