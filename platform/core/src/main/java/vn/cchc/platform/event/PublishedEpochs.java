package vn.cchc.platform.event;

import java.time.OffsetDateTime;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The epochs published on a topic. */
final class PublishedEpochs {

    /** The epoch of a service that was never restored. */
    static final int FIRST = 1;

    /** A valid epoch start could not be stored. It must not be skipped: all events of that epoch would be rejected. */
    static final class EpochNotStored extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EpochNotStored(int epoch, String topic, RuntimeException cause) {
            super("The start of epoch " + epoch + " of " + topic + " cannot be stored", cause);
        }

        static boolean isCauseOf(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof EpochNotStored) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A published epoch of the topic must begin first: see {@link RecordProcessor#continueEpochStart}. */
    static final class EpochBegins extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EpochBegins(String topic) {
            super("An epoch of " + topic + " is starting: its void events are being withdrawn");
        }
    }

    private final HeardEvents heard;
    private final ConsumerOffsets consumerOffsets;
    private final DeadLetters deadLetters;
    private final String topic;
    private final List<HeardEvents.Epoch> stored;

    PublishedEpochs(HeardEvents heard, ConsumerOffsets consumerOffsets, DeadLetters deadLetters, String topic) {
        this.heard = heard;
        this.consumerOffsets = consumerOffsets;
        this.deadLetters = deadLetters;
        this.topic = topic;
        this.stored = heard.epochs(topic);
    }

    int last() {
        return stored.isEmpty() ? FIRST : stored.get(stored.size() - 1).epoch();
    }

    void requireBegun() {
        if (stored.stream().anyMatch(epoch -> !epoch.begun())) {
            throw new EpochBegins(topic);
        }
    }

    void requireKnown(int epoch) {
        if (epoch > last()) {
            throw new UnreadableEvent("Epoch " + epoch + " has not started", null);
        }
    }

    /** Whether a record belongs to a lost timeline. */
    boolean isVoid(ConsumerRecord<String, byte[]> record) {
        if (stored.isEmpty() || Envelope.header(record, "ce_epoch").isEmpty()) {
            return false;
        }
        int epoch = Envelope.sequence(record).epoch();
        long position = Envelope.position(record);
        return stored.stream().anyMatch(later -> later.epoch() > epoch && position > later.voidAfter());
    }

    /** Stores that an epoch begins. It arrives on every partition; the first copy consumed counts. */
    void store(ConsumerRecord<String, byte[]> record, OffsetDateTime now) {
        EpochRaised start = EventJson.read(record.value() == null ? new byte[0] : record.value(), EpochRaised.class);
        if (start.epoch() <= FIRST
                || start.voidAfter() < 0
                || Envelope.sequence(record).epoch() != start.epoch()) {
            throw new UnreadableEvent(
                    "An epoch of at least 2, equal to the ce_epoch header, and a position are required", null);
        }
        if (start.epoch() <= last()) {
            return;
        }
        if (start.epoch() > last() + 1) {
            throw new UnreadableEvent("The epochs before " + start.epoch() + " have not started", null);
        }
        HeardEvents.Epoch epoch = new HeardEvents.Epoch(topic, start.epoch(), start.voidAfter(), false);
        try {
            stored.add(epoch);
            heard.insert(epoch, now);
            consumerOffsets.resetMarks(topic, start.markedDay().orElse(null), start.withheld());
            deadLetters.setAside(epoch);
        } catch (RuntimeException e) {
            throw new EpochNotStored(epoch.epoch(), topic, e);
        }
    }
}
