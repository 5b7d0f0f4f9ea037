package vn.cchc.platform.event;

import io.micrometer.core.instrument.Counter;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** A larger gap is not a loss but a wrong sequence number. */
    private static final int MAX_GAP = 1_000;

    /** Limit of void events by which a batch of aggregates is chosen. */
    private static final int VOID_BATCH = 500;

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
            return firstRecords(1);
        }

        /** The records before the first epoch start; only the epoch start where it comes first. */
        Part toNextEpoch() {
            for (int i = 0; i < records.size(); i++) {
                if (isEpochStart(records.get(i))) {
                    return firstRecords(Math.max(i, 1));
                }
            }
            return this;
        }

        private Part firstRecords(int count) {
            return new Part(partition, topicId, from, records.subList(0, count));
        }

        /** Whether it consists of an epoch start, which is processed alone. */
        boolean isEpochStart() {
            return isEpochStart(records.get(0));
        }

        private static boolean isEpochStart(ConsumerRecord<String, byte[]> record) {
            return Envelope.header(record, "ce_type")
                    .filter(EpochRaised.TYPE::equals)
                    .isPresent();
        }
    }

    /**
     * Processes the records and moves the offsets.
     *
     * @throws UnreadableEvent when one of them can never be processed
     * @throws ConsumerOffsets.Fenced when another replica owns the partition
     * @throws PublishedEpochs.EpochBegins while an epoch of one of the topics is beginning
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void process(List<Part> parts) {
        lock(parts);
        for (Part part : parts) {
            consumerOffsets.move(part.partition(), part.from(), part.next());
        }
        // The same topic order on every replica prevents deadlocks between handlers.
        Map<String, List<Part>> byTopic = new TreeMap<>(
                Comparator.<String>comparingInt(inOrder::indexOf).thenComparing(Comparator.naturalOrder()));
        parts.forEach(part -> byTopic.computeIfAbsent(part.partition().topic(), topic -> new ArrayList<>())
                .add(part));
        byTopic.forEach(this::process);
    }

    /** While an epoch is beginning, no replica processes events that it voids. */
    private void lock(List<Part> parts) {
        if (parts.stream().anyMatch(Part::isEpochStart)) {
            heard.lockExclusive();
        } else {
            heard.lockShared();
        }
    }

    /**
     * Withdraws one batch of the events that a beginning epoch voids, if any. Progress is stored in the database:
     * another replica, or this one after a restart, continues.
     *
     * @return whether there was one
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean continueEpochStart() {
        if (heard.notBegun(handlers.keySet()).isEmpty()) {
            return false;
        }
        heard.lockExclusive();
        Optional<HeardEvents.Epoch> beginning = heard.notBegun(handlers.keySet());
        beginning.ifPresent(this::continueStart);
        return beginning.isPresent();
    }

    private void continueStart(HeardEvents.Epoch epoch) {
        List<Voided> voided = heard.withdraw(epoch, VOID_BATCH);
        if (voided.isEmpty()) {
            heard.begun(epoch);
            LOG.infof("Epoch %d of %s has begun", epoch.epoch(), epoch.topic());
        } else {
            LOG.warnf(
                    "Epoch %d of %s: events of %d aggregates after position %d are void",
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
    void processAlone(Part part) {
        lock(List.of(part));
        consumerOffsets.move(part.partition(), part.from(), part.next());
        process(part.partition().topic(), arrivals(List.of(part)), false);
    }

    /** Stores an unprocessable record as a dead letter and moves the offset past it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void storeDeadLetter(Part part, RuntimeException cause) {
        heard.lockShared();
        consumerOffsets.move(part.partition(), part.from(), part.next());
        ConsumerRecord<String, byte[]> record = part.records().get(0);
        // The log tells in which trace it was sent.
        Traceparent.within(Envelope.traceparent(record), () -> deadLetters.store(part.topicId(), record, cause));
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
        process(letter.record().topic(), List.of(new EventBatch.Arrival(letter.record(), Optional.empty())), true);
    }

    /** Processes the events of an aggregate that waited for one that an operator has skipped. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(String topic, UUID id) {
        requireBegun(topic);
        apply(batch(topic, List.of(id), true));
    }

    private void requireBegun(String topic) {
        if (heard.notBegun(List.of(topic)).isPresent()) {
            throw Problem.conflict(
                    "epoch-beginning",
                    BilingualText.of(
                            "Đang rút lại những gì không còn hiệu lực sau khi khôi phục: hãy thử lại sau.",
                            "The events that a restore has made void are being withdrawn: try again later."));
        }
    }

    /** Processes a waiting event although its predecessors are missing. */
    @Transactional(Transactional.TxType.MANDATORY)
    void skipPredecessors(DeadLetters.Letter letter) {
        UUID id = letter.aggregateId();
        String topic = letter.record().topic();
        long next = batch(topic, List.of(id), false).next(id, letter.epoch());
        if (letter.sequence() - next > MAX_GAP) {
            throw Problem.conflict(
                    "too-many-missing",
                    BilingualText.of(
                            "Thiếu hơn " + MAX_GAP + " sự kiện trước bản ghi này: hãy gửi lại, hoặc bỏ qua bản ghi.",
                            "More than " + MAX_GAP + " preceding events are missing: republish them, or set"
                                    + " the record aside."));
        }
        heard.skip(letter.kind(), id, letter.epoch(), next, letter.sequence() - 1);
        release(topic, id);
    }

    private void process(String topic, List<Part> parts) {
        process(topic, arrivals(parts), true);
    }

    private static List<EventBatch.Arrival> arrivals(List<Part> parts) {
        List<EventBatch.Arrival> arrivals = new ArrayList<>();
        for (Part part : parts) {
            for (ConsumerRecord<String, byte[]> record : part.records()) {
                arrivals.add(new EventBatch.Arrival(record, Optional.of(part.topicId())));
            }
        }
        return arrivals;
    }

    /** @param releases whether events waiting for these records are processed with them */
    private void process(String topic, Collection<EventBatch.Arrival> arrivals, boolean releases) {
        EventHandler handler = handlers.get(topic);
        if (handler == null) {
            throw new UnreadableEvent("No handler for topic " + topic, null);
        }
        String kind = Envelope.kind(topic);
        Map<Integer, ConsumerOffsets.Mark> marked = consumerOffsets.marked(topic);
        PublishedEpochs epochs = new PublishedEpochs(heard, consumerOffsets, deadLetters, topic);
        epochs.requireBegun();
        List<EventBatch.Event> events = new ArrayList<>();
        for (EventBatch.Arrival arrival : arrivals) {
            ConsumerRecord<String, byte[]> record = arrival.record();
            String type = Envelope.type(record);
            if (EpochRaised.TYPE.equals(type)) {
                // Records before the epoch start are processed first: some of them may be void.
                processEvents(topic, events, releases);
                events.clear();
                epochs.store(record, OffsetDateTime.now(clock));
                marked = consumerOffsets.marked(topic);
            } else if (epochs.isVoid(record)) {
                count("cchc.events.void", "Consumed events of a time line that a restore has ended", topic);
            } else if (DayMark.TYPE.equals(type)) {
                marked.put(
                        record.partition(),
                        mark(
                                new TopicPartition(topic, record.partition()),
                                record,
                                marked.get(record.partition()),
                                epochs));
            } else if (Envelope.isKnown(type, kind)) {
                events.add(new EventBatch.Event(
                        arrival,
                        validated(Envelope.read(topic, record), marked.containsKey(record.partition()), epochs)));
            } else {
                // Bounded cardinality: an unknown type is counted under its topic only.
                count("cchc.events.ignored", "Consumed records of a kind that this service does not know", topic);
            }
        }
        processEvents(topic, events, releases);
    }

    private void count(String name, String description, String topic) {
        Counter.builder(name)
                .description(description)
                .tag("topic", topic)
                .register(meters)
                .increment();
    }

    private void processEvents(String topic, List<EventBatch.Event> events, boolean releases) {
        if (events.isEmpty()) {
            return;
        }
        Set<UUID> ids = events.stream().map(event -> event.read().aggregateId()).collect(Collectors.toSet());
        EventBatch batch = batch(topic, ids, releases);
        events.forEach(batch::add);
        apply(batch);
    }

    private EventBatch batch(String topic, Collection<UUID> ids, boolean releases) {
        return new EventBatch(heard, deadLetters, topic, ids, releases);
    }

    private void apply(EventBatch batch) {
        batch.release();
        List<IncomingEvent> effective = batch.effective();
        if (effective.isEmpty()) {
            batch.store(OffsetDateTime.now(clock));
            return;
        }
        tracing.process(batch.topic(), batch.origins(), () -> {
            batch.store(OffsetDateTime.now(clock));
            handlers.get(batch.topic()).apply(effective);
        });
    }

    /**
     * Processes a day mark.
     *
     * @param last mark of the partition; null where there is none
     * @return the last mark afterwards
     */
    private ConsumerOffsets.Mark mark(
            TopicPartition partition,
            ConsumerRecord<String, byte[]> record,
            ConsumerOffsets.Mark last,
            PublishedEpochs epochs) {
        DayMark mark = EventJson.read(record.value() == null ? new byte[0] : record.value(), DayMark.class);
        Envelope.Sequence place = Envelope.sequence(record);
        if (mark.day() == null) {
            throw new UnreadableEvent("A day mark requires a day", null);
        }
        // Clocks of two services may differ slightly; under training they are set one after another.
        if (!training.enabled() && mark.day().isAfter(LocalDate.now(clock))) {
            throw new UnreadableEvent("The day " + mark.day() + " has not ended", null);
        }
        epochs.requireKnown(place.epoch());
        boolean isSameDay = last != null && last.day().equals(mark.day());
        // A sequence far ahead would make all other marks of its day be ignored.
        if (isSameDay
                && last.place().sequence() > 0
                && last.place().epoch() == place.epoch()
                && place.sequence() - last.place().sequence() > MAX_GAP) {
            throw new UnreadableEvent(
                    "The marks between " + last.place().sequence() + " and " + place.sequence() + " are missing", null);
        }
        consumerOffsets.mark(partition, place, mark.day(), mark.withheld().orElse(List.of()));
        boolean isBehind = last != null
                && (last.day().isAfter(mark.day()) || (isSameDay && last.place().sequence() > place.sequence()));
        return isBehind ? last : new ConsumerOffsets.Mark(mark.day(), place);
    }

    private static IncomingEvent validated(IncomingEvent event, boolean isMarked, PublishedEpochs epochs) {
        epochs.requireKnown(event.epoch());
        if (isMarked && event.epoch() == 0) {
            throw new UnreadableEvent("An event without a sequence follows a day mark", null);
        }
        return event;
    }
}
