package vn.cchc.platform.event;

import java.util.List;

/**
 * Handles the events of one topic. Called in the transaction that stores the events in {@code heard} and moves the
 * offset: each event is delivered once, in sequence order per aggregate. After a rebuild all are delivered again and
 * must not change existing results.
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
     * Compensates for events that have become void, for a batch of aggregates with all void events of each, in the
     * transaction that removes them from {@code heard}. Later events of such an aggregate come in the new epoch, with
     * sequences from 1. Does nothing by default, for services that store only the events.
     */
    default void voided(List<Voided> aggregates) {}
}
