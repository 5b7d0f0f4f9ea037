package vn.cchc.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.TrainingClockConfig;
import vn.cchc.platform.tracing.Traceparent;
import vn.cchc.platform.tracing.Tracing;

/**
 * Processes records in one transaction with the offset: validates events, stores them, and passes them to the {@link
 * EventHandler} of their topic, each once and in sequence order.
 */
@ApplicationScoped
class RecordProcessor {

    private static final Logger LOG = Logger.getLogger(RecordProcessor.class);

    /** The epoch of a service that was never restored. */
    private static final int FIRST = 1;

    /** A larger gap is not a loss but a wrong sequence number. */
    private static final int MOST_WITHOUT = 1_000;

    /** Limit of void events by which a batch of aggregates is chosen. */
    private static final int VOIDED_TOGETHER = 500;

    private final Map<String, EventHandler> handlers;
    private final List<String> inOrder;
    private final HeardEvents heard;
    private final ConsumerOffsets consumerOffsets;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final Tracing tracing;
    private final TrainingClockConfig training;
    private final Clock clock;

    RecordProcessor(
            @All List<EventHandler> handlers,
            EventConfig config,
            HeardEvents heard,
            ConsumerOffsets consumerOffsets,
            DeadLetters deadLetters,
            MeterRegistry meters,
            Tracing tracing,
            TrainingClockConfig training,
            Clock clock) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(EventHandler::topic, h -> h));
        this.inOrder = config.topics().orElse(List.of());
        this.heard = heard;
        this.consumerOffsets = consumerOffsets;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.tracing = tracing;
        this.training = training;
        this.clock = clock;
    }

    /**
     * Consecutive records of one partition.
     *
     * @param from the stored offset
     */
    record Part(TopicPartition partition, String topicId, long from, List<ConsumerRecord<String, byte[]>> records) {

        long next() {
            return records.get(records.size() - 1).offset() + 1;
        }

        Part first() {
            return firstOnes(1);
        }

        /** The records before the first epoch start; only the epoch start where it comes first. */
        Part toNextEpoch() {
            for (int i = 0; i < records.size(); i++) {
                if (tellsEpoch(records.get(i))) {
                    return firstOnes(Math.max(i, 1));
                }
            }
            return this;
        }

        private Part firstOnes(int count) {
            return new Part(partition, topicId, from, records.subList(0, count));
        }

        /** Whether it consists of an epoch start, which is processed alone. */
        boolean tellsEpoch() {
            return tellsEpoch(records.get(0));
        }

        private static boolean tellsEpoch(ConsumerRecord<String, byte[]> record) {
            return Envelope.header(record, "ce_type")
                    .filter(EpochRaised.TYPE::equals)
                    .isPresent();
        }
    }

    /** A valid epoch start could not be stored. It must not be skipped: all events of that epoch would be rejected. */
    static final class EpochNotKnown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EpochNotKnown(int epoch, String topic, RuntimeException cause) {
            super("Epoch " + epoch + " of " + topic + " cannot be kept in mind", cause);
        }

        static boolean isBehind(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof EpochNotKnown) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A published epoch of the topic must begin first: see {@link #goOnBeginning}. */
    static final class EpochBegins extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EpochBegins(String topic) {
            super("An epoch of " + topic + " is beginning: what it makes void is being taken back");
        }
    }

    /**
     * Processes the records and moves the offsets.
     *
     * @throws UnreadableEvent when one of them can never be processed
     * @throws ConsumerOffsets.Fenced when another replica owns the partition
     * @throws EpochBegins while an epoch of one of the topics is beginning
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void take(List<Part> parts) {
        lock(parts);
        for (Part part : parts) {
            consumerOffsets.move(part.partition(), part.from(), part.next());
        }
        // The same topic order on every replica prevents deadlocks between handlers.
        Map<String, List<Part>> byTopic = new TreeMap<>(
                Comparator.<String>comparingInt(inOrder::indexOf).thenComparing(Comparator.naturalOrder()));
        parts.forEach(part -> byTopic.computeIfAbsent(part.partition().topic(), topic -> new ArrayList<>())
                .add(part));
        byTopic.forEach(this::take);
    }

    /** While an epoch is beginning, no replica processes events that it voids. */
    private void lock(List<Part> parts) {
        if (parts.stream().anyMatch(Part::tellsEpoch)) {
            heard.exclude();
        } else {
            heard.share();
        }
    }

    /**
     * Takes back one batch of the events that a beginning epoch voids, if any. Progress is stored in the database:
     * another replica, or this one after a restart, continues.
     *
     * @return whether there was one
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean goOnBeginning() {
        if (heard.notBegun(handlers.keySet()).isEmpty()) {
            return false;
        }
        heard.exclude();
        Optional<HeardEvents.Epoch> beginning = heard.notBegun(handlers.keySet());
        beginning.ifPresent(this::goOn);
        return beginning.isPresent();
    }

    private void goOn(HeardEvents.Epoch epoch) {
        List<Voided> voided = heard.takeBack(epoch, VOIDED_TOGETHER);
        if (voided.isEmpty()) {
            heard.begun(epoch);
            LOG.infof("Epoch %d of %s has begun", epoch.epoch(), epoch.topic());
        } else {
            LOG.warnf(
                    "Epoch %d of %s: events of %d aggregates behind position %d are void",
                    epoch.epoch(), epoch.topic(), voided.size(), epoch.voidAfter());
            handlers.get(epoch.topic()).voided(voided);
            heard.flush();
        }
    }

    /**
     * Processes a record without releasing the events that wait for it: one of them may be unprocessable. They keep
     * waiting; an operator who retries them sees the cause.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void takeAlone(Part part) {
        lock(List.of(part));
        consumerOffsets.move(part.partition(), part.from(), part.next());
        take(part.partition().topic(), arrivals(List.of(part)), false);
    }

    /** Stores an unprocessable record as a dead letter and moves the offset past it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void bury(Part part, RuntimeException cause) {
        heard.share();
        consumerOffsets.move(part.partition(), part.from(), part.next());
        ConsumerRecord<String, byte[]> record = part.records().get(0);
        // The log tells in which trace it was sent.
        Traceparent.within(origin(record), () -> deadLetters.bury(part.topicId(), record, cause));
    }

    /**
     * Retries a dead letter.
     *
     * @throws Problem 409 while an epoch of its topic is beginning
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void retry(DeadLetters.Letter letter, String by) {
        requireBegun(letter.record().topic());
        deadLetters.processed(List.of(letter.id()), by);
        take(letter.record().topic(), List.of(new Arrival(letter.record(), Optional.empty())), true);
    }

    /** Processes the events of an aggregate that waited for one that an operator has skipped. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(String topic, UUID id) {
        requireBegun(topic);
        new Batch(topic, Envelope.kind(topic), List.of(id), true).releaseAndHandOver();
    }

    private void requireBegun(String topic) {
        if (heard.notBegun(List.of(topic)).isPresent()) {
            throw Problem.conflict(
                    "epoch-beginning",
                    BilingualText.of(
                            "Đang rút lại những gì không còn hiệu lực sau khi khôi phục: hãy thử lại sau.",
                            "What a restore has made void is being taken back: try again later."));
        }
    }

    /** Processes a waiting event although its predecessors are missing. */
    @Transactional(Transactional.TxType.MANDATORY)
    void doWithoutThoseBefore(DeadLetters.Letter letter) {
        UUID id = letter.aggregateId();
        String topic = letter.record().topic();
        long next = new Batch(topic, letter.kind(), List.of(id), false).next(id, letter.epoch());
        if (letter.sequence() - next > MOST_WITHOUT) {
            throw Problem.conflict(
                    "too-many-missing",
                    BilingualText.of(
                            "Thiếu hơn " + MOST_WITHOUT
                                    + " sự kiện trước bản ghi này: hãy gửi lại, hoặc bỏ qua bản ghi.",
                            "More than " + MOST_WITHOUT + " events before it are missing: have them sent again, or set"
                                    + " the record aside."));
        }
        heard.doWithout(letter.kind(), id, letter.epoch(), next, letter.sequence() - 1);
        release(topic, id);
    }

    private static String origin(ConsumerRecord<String, byte[]> record) {
        return Envelope.header(record, Traceparent.HEADER).orElse(null);
    }

    /** @param topicId of the partition it was read from; empty for a dead letter, which has left it */
    private record Arrival(ConsumerRecord<String, byte[]> record, Optional<String> topicId) {}

    private void take(String topic, List<Part> parts) {
        take(topic, arrivals(parts), true);
    }

    private static List<Arrival> arrivals(List<Part> parts) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Part part : parts) {
            for (ConsumerRecord<String, byte[]> record : part.records()) {
                arrivals.add(new Arrival(record, Optional.of(part.topicId())));
            }
        }
        return arrivals;
    }

    /** @param releases whether events waiting for these records are processed with them */
    private void take(String topic, Collection<Arrival> arrivals, boolean releases) {
        EventHandler handler = handlers.get(topic);
        if (handler == null) {
            throw new UnreadableEvent("No handler for topic " + topic, null);
        }
        String kind = Envelope.kind(topic);
        Map<Integer, ConsumerOffsets.Mark> marked = consumerOffsets.marked(topic);
        Epochs epochs = new Epochs(topic, heard.epochs(topic));
        epochs.requireBegun();
        List<Event> events = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            ConsumerRecord<String, byte[]> record = arrival.record();
            String type = Envelope.type(record);
            if (EpochRaised.TYPE.equals(type)) {
                // Records before the epoch start are processed first: some of them may be void.
                takeEvents(topic, kind, events, releases);
                events.clear();
                epochs.know(record);
                marked = consumerOffsets.marked(topic);
            } else if (epochs.isVoid(record)) {
                meters.counter("cchc.events.void", "topic", topic).increment();
            } else if (DayMark.TYPE.equals(type)) {
                marked.put(
                        record.partition(),
                        mark(
                                new TopicPartition(topic, record.partition()),
                                record,
                                marked.get(record.partition()),
                                epochs));
            } else if (Envelope.isKnown(type, kind)) {
                events.add(new Event(
                        arrival,
                        believed(Envelope.read(topic, record), marked.containsKey(record.partition()), epochs)));
            } else {
                // Bounded cardinality: an unknown type is counted under its topic only.
                meters.counter("cchc.events.ignored", "topic", topic).increment();
            }
        }
        takeEvents(topic, kind, events, releases);
    }

    private void takeEvents(String topic, String kind, List<Event> events, boolean releases) {
        if (events.isEmpty()) {
            return;
        }
        Set<UUID> ids = events.stream().map(event -> event.read().aggregateId()).collect(Collectors.toSet());
        Batch batch = new Batch(topic, kind, ids, releases);
        events.forEach(batch::take);
        batch.releaseAndHandOver();
    }

    /** The epochs published on a topic. */
    private final class Epochs {

        private final String topic;
        private final List<HeardEvents.Epoch> known;

        Epochs(String topic, List<HeardEvents.Epoch> known) {
            this.topic = topic;
            this.known = known;
        }

        int last() {
            return known.isEmpty() ? FIRST : known.get(known.size() - 1).epoch();
        }

        void requireBegun() {
            if (known.stream().anyMatch(epoch -> !epoch.begun())) {
                throw new EpochBegins(topic);
            }
        }

        void requireKnown(int epoch) {
            if (epoch > last()) {
                throw new UnreadableEvent("Epoch " + epoch + " has not been told of", null);
            }
        }

        /** Whether a record belongs to a lost timeline. */
        boolean isVoid(ConsumerRecord<String, byte[]> record) {
            if (known.isEmpty() || Envelope.header(record, "ce_epoch").isEmpty()) {
                return false;
            }
            int epoch = Envelope.sequence(record).epoch();
            long position = Envelope.position(record);
            return known.stream().anyMatch(later -> later.epoch() > epoch && position > later.voidAfter());
        }

        /** Stores that an epoch begins. It arrives on every partition; the first copy consumed counts. */
        void know(ConsumerRecord<String, byte[]> record) {
            EpochRaised told = EventJson.read(record.value() == null ? new byte[0] : record.value(), EpochRaised.class);
            if (told.epoch() <= FIRST
                    || told.voidAfter() < 0
                    || Envelope.sequence(record).epoch() != told.epoch()) {
                throw new UnreadableEvent("An epoch from 2, told in itself, and a position are needed", null);
            }
            if (told.epoch() <= last()) {
                return;
            }
            if (told.epoch() > last() + 1) {
                throw new UnreadableEvent("The epochs before " + told.epoch() + " have not been told of", null);
            }
            HeardEvents.Epoch epoch = new HeardEvents.Epoch(topic, told.epoch(), told.voidAfter(), false);
            try {
                known.add(epoch);
                heard.know(epoch, OffsetDateTime.now(clock));
                consumerOffsets.setBack(topic, told.markedDay().orElse(null), told.withheld());
                deadLetters.setAside(epoch);
            } catch (RuntimeException e) {
                throw new EpochNotKnown(epoch.epoch(), topic, e);
            }
        }
    }

    /**
     * Processes a day mark.
     *
     * @param last mark of the partition; null where there is none
     * @return the last mark afterwards
     */
    private ConsumerOffsets.Mark mark(
            TopicPartition partition, ConsumerRecord<String, byte[]> record, ConsumerOffsets.Mark last, Epochs epochs) {
        DayMark told = EventJson.read(record.value() == null ? new byte[0] : record.value(), DayMark.class);
        Envelope.Sequence place = Envelope.sequence(record);
        if (told.day() == null) {
            throw new UnreadableEvent("A day mark needs a day", null);
        }
        // Clocks of two services may differ slightly; under training they are set one after another.
        if (!training.enabled() && told.day().isAfter(LocalDate.now(clock))) {
            throw new UnreadableEvent("The day " + told.day() + " has not ended", null);
        }
        epochs.requireKnown(place.epoch());
        boolean isSameDay = last != null && last.day().equals(told.day());
        // A sequence far ahead would make all other marks of its day be ignored.
        if (isSameDay
                && last.place().sequence() > 0
                && last.place().epoch() == place.epoch()
                && place.sequence() - last.place().sequence() > MOST_WITHOUT) {
            throw new UnreadableEvent(
                    "The marks between " + last.place().sequence() + " and " + place.sequence() + " are missing", null);
        }
        consumerOffsets.mark(partition, place, told.day(), told.withheld().orElse(List.of()));
        boolean isBehind = last != null
                && (last.day().isAfter(told.day()) || (isSameDay && last.place().sequence() > place.sequence()));
        return isBehind ? last : new ConsumerOffsets.Mark(told.day(), place);
    }

    private static IncomingEvent believed(IncomingEvent event, boolean isMarked, Epochs epochs) {
        epochs.requireKnown(event.epoch());
        if (isMarked && event.epoch() == 0) {
            throw new UnreadableEvent("An event without a sequence stands behind a day mark", null);
        }
        return event;
    }

    /** A parsed event with its origin. */
    private record Event(Arrival arrival, IncomingEvent read) {}

    /** Events of one topic in one batch. */
    private final class Batch {

        private final String topic;
        private final Collection<UUID> ids;
        private final Map<UUID, HeardEvents.Head> heads;
        private final Set<HeardEvents.Place> without;
        private final Map<HeardEvents.Place, Event> ahead = new LinkedHashMap<>();
        private final Map<HeardEvents.Place, DeadLetters.Waiting> waiting = new HashMap<>();
        private final TreeSet<Integer> epochsThere = new TreeSet<>();
        private final List<UUID> released = new ArrayList<>();
        private final List<IncomingEvent> kept = new ArrayList<>();
        private final List<IncomingEvent> effective = new ArrayList<>();
        private final List<String> origins = new ArrayList<>();

        Batch(String topic, String kind, Collection<UUID> ids, boolean releases) {
            this.topic = topic;
            this.ids = ids;
            this.heads = heard.heads(kind, ids);
            this.without = heard.without(kind, ids);
            if (releases) {
                deadLetters.waiting(kind, ids).forEach(letter -> {
                    waiting.put(new HeardEvents.Place(letter.id(), letter.epoch(), letter.sequence()), letter);
                    epochsThere.add(letter.epoch());
                });
            }
        }

        void take(Event event) {
            IncomingEvent read = event.read();
            HeardEvents.Head head = heads.get(read.aggregateId());
            if (read.epoch() == 0 || without.contains(place(read))) {
                requireSameAuthority(read, head);
                kept.add(read);
                if (head == null || !read.isBehind(head.epoch(), head.sequence())) {
                    takeEffect(read, event.arrival().record());
                }
            } else if (head != null && read.isBehind(head.epoch(), head.sequence())) {
                // A duplicate.
                return;
            } else if (read.sequence() == next(read.aggregateId(), read.epoch())) {
                requireSameAuthority(read, head);
                kept.add(read);
                takeEffect(read, event.arrival().record());
                releaseBehind(read.aggregateId());
            } else {
                ahead.putIfAbsent(place(read), event);
                epochsThere.add(read.epoch());
            }
        }

        private void requireSameAuthority(IncomingEvent event, HeardEvents.Head head) {
            if (head == null || head.authorityId().equals(event.authorityId())) {
                return;
            }
            // A change of authority must state the decision it is based on; otherwise it is a fault.
            if (!event.type().endsWith(".transferred.v1")
                    || event.as(Transfer.class).decision() == null) {
                throw new UnreadableEvent("An aggregate does not change its authority but by a transfer", null);
            }
        }

        /** The next expected sequence in an epoch; 1 in an epoch new to the aggregate. */
        private long next(UUID id, int epoch) {
            HeardEvents.Head head = heads.get(id);
            long next = head == null || head.epoch() < epoch ? 1 : head.sequence() + 1;
            while (without.contains(new HeardEvents.Place(id, epoch, next))) {
                next++;
            }
            return next;
        }

        private void takeEffect(IncomingEvent event, ConsumerRecord<String, byte[]> record) {
            heads.put(event.aggregateId(), new HeardEvents.Head(event.epoch(), event.sequence(), event.authorityId()));
            effective.add(event);
            origins.add(origin(record));
        }

        private void releaseBehind(UUID id) {
            for (Optional<HeardEvents.Place> next = nextThere(id); next.isPresent(); next = nextThere(id)) {
                Event here = ahead.remove(next.get());
                DeadLetters.Waiting letter = waiting.remove(next.get());
                ConsumerRecord<String, byte[]> record =
                        here == null ? letter.record() : here.arrival().record();
                IncomingEvent read = here == null ? Envelope.read(topic, record) : here.read();
                if (letter != null) {
                    released.add(letter.deadLetter());
                }
                requireSameAuthority(read, heads.get(id));
                kept.add(read);
                takeEffect(read, record);
            }
        }

        /** The next expected event, in the current epoch or a later one, if it is present. */
        private Optional<HeardEvents.Place> nextThere(UUID id) {
            HeardEvents.Head head = heads.get(id);
            return epochsThere.tailSet(head == null ? FIRST : Math.max(head.epoch(), FIRST)).stream()
                    .map(epoch -> new HeardEvents.Place(id, epoch, next(id, epoch)))
                    .filter(place -> ahead.containsKey(place) || waiting.containsKey(place))
                    .findFirst();
        }

        void releaseAndHandOver() {
            ids.forEach(this::releaseBehind);
            OffsetDateTime now = OffsetDateTime.now(clock);
            heard.keep(kept, now);
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
                                                "Events before it are missing, from sequence "
                                                        + next(place.id(), place.epoch()),
                                                null);
                                    });
                }
            });
            if (!effective.isEmpty()) {
                tracing.process(topic, origins, () -> handlers.get(topic).apply(List.copyOf(effective)));
            }
        }

        private HeardEvents.Place place(IncomingEvent event) {
            return new HeardEvents.Place(event.aggregateId(), event.epoch(), event.sequence());
        }
    }

    /** The attributes of a transfer besides the new authority. */
    private record Transfer(String decision) {}
}
