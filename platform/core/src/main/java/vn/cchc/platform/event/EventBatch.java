package vn.cchc.platform.event;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Orders the events of one topic by the sequence of their aggregates: each takes effect once, after its predecessors.
 * Those that arrive ahead of a predecessor wait as dead letters.
 */
final class EventBatch {

    /** @param topicId of the partition it was read from; empty for a dead letter, which has left it */
    record Arrival(ConsumerRecord<String, byte[]> record, Optional<String> topicId) {}

    /** A parsed event with its origin. */
    record Event(Arrival arrival, IncomingEvent read) {}

    private final HeardEvents heard;
    private final DeadLetters deadLetters;
    private final String topic;
    private final Collection<UUID> ids;
    private final Map<UUID, HeardEvents.Head> heads;
    private final Set<HeardEvents.Place> skipped;
    private final Map<HeardEvents.Place, Event> ahead = new LinkedHashMap<>();
    private final Map<HeardEvents.Place, DeadLetters.Waiting> waiting = new HashMap<>();
    private final TreeSet<Integer> epochsPresent = new TreeSet<>();
    private final List<UUID> released = new ArrayList<>();
    private final List<IncomingEvent> accepted = new ArrayList<>();
    private final List<IncomingEvent> effective = new ArrayList<>();
    private final List<String> origins = new ArrayList<>();

    /** @param releases whether events waiting for these are processed with them */
    EventBatch(HeardEvents heard, DeadLetters deadLetters, String topic, Collection<UUID> ids, boolean releases) {
        this.heard = heard;
        this.deadLetters = deadLetters;
        this.topic = topic;
        String kind = Envelope.kind(topic);
        this.ids = ids;
        this.heads = heard.heads(kind, ids);
        this.skipped = heard.skipped(kind, ids);
        if (releases) {
            deadLetters.waiting(kind, ids).forEach(letter -> {
                waiting.put(new HeardEvents.Place(letter.id(), letter.epoch(), letter.sequence()), letter);
                epochsPresent.add(letter.epoch());
            });
        }
    }

    String topic() {
        return topic;
    }

    void add(Event event) {
        IncomingEvent read = event.read();
        HeardEvents.Head head = heads.get(read.aggregateId());
        if (read.epoch() == 0 || skipped.contains(place(read))) {
            requireSameAuthority(read, head);
            accepted.add(read);
            if (head == null || !read.isBehind(head.epoch(), head.sequence())) {
                takeEffect(read, event.arrival().record());
            }
        } else if (head != null && read.isBehind(head.epoch(), head.sequence())) {
            // A duplicate.
            return;
        } else if (read.sequence() == next(read.aggregateId(), read.epoch())) {
            requireSameAuthority(read, head);
            accepted.add(read);
            takeEffect(read, event.arrival().record());
            releaseBehind(read.aggregateId());
        } else {
            ahead.putIfAbsent(place(read), event);
            epochsPresent.add(read.epoch());
        }
    }

    private void requireSameAuthority(IncomingEvent event, HeardEvents.Head head) {
        if (head == null || head.authorityId().equals(event.authorityId())) {
            return;
        }
        // A change of authority must state the decision it is based on; otherwise it is a fault.
        if (!event.type().endsWith(".transferred.v1")
                || event.as(Transfer.class).decision() == null) {
            throw new UnreadableEvent("The authority of an aggregate changes only by a transfer", null);
        }
    }

    /** The next expected sequence in an epoch; 1 in an epoch new to the aggregate. */
    long next(UUID id, int epoch) {
        HeardEvents.Head head = heads.get(id);
        long next = head == null || head.epoch() < epoch ? 1 : head.sequence() + 1;
        while (skipped.contains(new HeardEvents.Place(id, epoch, next))) {
            next++;
        }
        return next;
    }

    private void takeEffect(IncomingEvent event, ConsumerRecord<String, byte[]> record) {
        heads.put(event.aggregateId(), new HeardEvents.Head(event.epoch(), event.sequence(), event.authorityId()));
        effective.add(event);
        origins.add(Envelope.traceparent(record));
    }

    private void releaseBehind(UUID id) {
        for (Optional<HeardEvents.Place> next = nextPresent(id); next.isPresent(); next = nextPresent(id)) {
            Event here = ahead.remove(next.get());
            DeadLetters.Waiting letter = waiting.remove(next.get());
            ConsumerRecord<String, byte[]> record =
                    here == null ? letter.record() : here.arrival().record();
            IncomingEvent read = here == null ? Envelope.read(topic, record) : here.read();
            if (letter != null) {
                released.add(letter.deadLetter());
            }
            requireSameAuthority(read, heads.get(id));
            accepted.add(read);
            takeEffect(read, record);
        }
    }

    /** The next expected event, in the current epoch or a later one, if it is present. */
    private Optional<HeardEvents.Place> nextPresent(UUID id) {
        HeardEvents.Head head = heads.get(id);
        return epochsPresent
                .tailSet(head == null ? PublishedEpochs.FIRST : Math.max(head.epoch(), PublishedEpochs.FIRST))
                .stream()
                .map(epoch -> new HeardEvents.Place(id, epoch, next(id, epoch)))
                .filter(place -> ahead.containsKey(place) || waiting.containsKey(place))
                .findFirst();
    }

    /** Releases what waited for these events. */
    void release() {
        ids.forEach(this::releaseBehind);
    }

    /** Stores the events, those released included, and what has to wait, after {@link #release}. */
    void store(OffsetDateTime now) {
        heard.insert(accepted, now);
        deadLetters.processed(released, null);
        ahead.forEach((place, event) -> {
            if (!waiting.containsKey(place)) {
                event.arrival()
                        .topicId()
                        .ifPresentOrElse(
                                topicId -> deadLetters.await(
                                        topicId,
                                        event.arrival().record(),
                                        event.read(),
                                        next(place.id(), place.epoch())),
                                () -> {
                                    throw new UnreadableEvent(
                                            "Preceding events are missing, from sequence "
                                                    + next(place.id(), place.epoch()),
                                            null);
                                });
            }
        });
    }

    /** The events that take effect, in order, after {@link #release}. */
    List<IncomingEvent> effective() {
        return List.copyOf(effective);
    }

    /** The trace parents of the effective events; null where one has none. */
    List<String> origins() {
        return origins;
    }

    private HeardEvents.Place place(IncomingEvent event) {
        return new HeardEvents.Place(event.aggregateId(), event.epoch(), event.sequence());
    }

    /** The attributes of a transfer besides the new authority. */
    private record Transfer(String decision) {}
}
