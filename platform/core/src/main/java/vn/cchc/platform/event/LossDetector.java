package vn.cchc.platform.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Detects a database restored from a backup: the topics' tails contain events that the journal lacks. From then on
 * nothing is recorded ({@code open_time_line}) and nothing is sent until an operator raises the epoch. The lost changes
 * are read back from the topics, so that the operator sees them before deciding. A loss that the topics do not show is
 * reported by the operator.
 */
final class LossDetector {

    private static final Logger LOG = Logger.getLogger(LossDetector.class);

    private static final String STATE = "SELECT epoch, lost_since IS NOT NULL, void_after, collected FROM time_line";

    /** The sent position has passed permanently refused rows. */
    private static final String SENT_TO = """
            SELECT coalesce(max(position), 0) FROM journal WHERE position < coalesce(
                (SELECT min(position) FROM journal_outbox WHERE last_error IS NULL), 9223372036854775807)""";

    private static final String REACHED = """
            SELECT greatest((%s), (
                SELECT max(position) FROM journal j
                WHERE NOT EXISTS (SELECT 1 FROM journal_outbox o WHERE o.position = j.position)
                  AND position > (SELECT max(position) FROM journal) - 100000))""".formatted(SENT_TO);
    private static final String LAST = "SELECT coalesce(max(position), 0) FROM journal";
    private static final String THERE = """
            SELECT 1 FROM journal
            WHERE kind = ? AND id = ?::uuid AND epoch = ? AND sequence = ? AND position = ? AND recorded_at = ?::timestamptz""";
    private static final String NOTICE = """
            UPDATE time_line SET lost_since = coalesce(lost_since, clock_timestamp()), void_after = least(void_after, ?),
                                 collected = false
            WHERE epoch = ?""";
    private static final String COMPARED = "UPDATE time_line SET compared_by = ? WHERE compared_by IS DISTINCT FROM ?";
    private static final String COMPARED_BY_ACTIVE = """
            SELECT 1 FROM lease, time_line
            WHERE name = ? AND expires_at > clock_timestamp() AND coalesce(compared_by = fence, true)""";
    private static final String FORGET = "DELETE FROM lost_change WHERE raised_by IS NULL";
    private static final String KEEP = """
            INSERT INTO lost_change (kind, id, epoch, sequence, position, type, occurred_at, authority_id, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING""";
    private static final String COLLECTED = """
            UPDATE time_line SET collected = true, void_after = least(void_after, ?), told_epoch = greatest(told_epoch, ?),
                                 told_position = ?
            WHERE lost_since IS NOT NULL""";

    /**
     * Positions are assigned in one order and committed in another: a backup under load may contain one and lack an
     * earlier one. No transaction stays open while this many others commit.
     */
    private static final long OUT_OF_ORDER = 10_000;

    private final Map<String, Object> broker;
    private final String service;
    private final List<String> owned;
    private final Lease lease;
    private boolean looked;

    LossDetector(Map<String, Object> broker, String service, List<String> owned, Lease lease) {
        this.broker = broker;
        this.service = service;
        this.owned = owned;
        this.lease = lease;
    }

    /** The position up to which everything has been sent, according to the outbox. */
    static long reached(Connection connection) throws SQLException {
        return Sql.number(connection, REACHED);
    }

    private record State(int epoch, boolean lost, long voidAfter, boolean collected) {}

    /**
     * Whether the journal has everything that was sent. If not, the loss is stored; each relay that becomes active
     * checks for itself.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     */
    boolean isWhole(Connection connection) throws SQLException {
        boolean isWhole = compare(connection);
        try (PreparedStatement statement = connection.prepareStatement(COMPARED)) {
            statement.setLong(1, lease.fence());
            statement.setLong(2, lease.fence());
            statement.executeUpdate();
        }
        return isWhole;
    }

    /** Whether another replica is active and has compared; a replica of an earlier version does not say so. */
    static boolean isCompared(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMPARED_BY_ACTIVE)) {
            statement.setString(1, lease.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private boolean compare(Connection connection) throws SQLException {
        State state = state(connection);
        if (state.lost() && state.collected() && looked) {
            return false;
        }
        try (TopicTails tails = new TopicTails(broker, service, owned, () -> lease.keep(connection))) {
            if (!state.lost()) {
                Optional<String> lacking = lacking(connection, tails, state.epoch());
                if (lacking.isEmpty()) {
                    return true;
                }
                LOG.errorf(
                        "%s was restored from a backup: its journal lacks %s. Nothing is recorded until the epoch is raised.",
                        service, lacking.get());
            }
            notice(connection, Sql.number(connection, SENT_TO), state.epoch());
            collect(connection, tails, state(connection));
            looked = true;
        }
        return false;
    }

    /** Whether a loss is recorded, by detection or by an operator. */
    static boolean isNoticed(Connection connection) throws SQLException {
        return state(connection).lost();
    }

    private static State state(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new State(row.getInt(1), row.getBoolean(2), row.getLong(3), row.getBoolean(4));
        }
    }

    /** What a topic contains and the journal lacks. */
    private Optional<String> lacking(Connection connection, TopicTails tails, int epoch) throws SQLException {
        long last = Sql.number(connection, LAST);
        for (ConsumerRecord<String, byte[]> record : tails.last()) {
            if (!isOurs(record)) {
                continue;
            }
            // Positions continue after all published ones when an epoch is raised, so they are comparable across
            // epochs.
            int published = Envelope.sequence(record).epoch();
            boolean lacks = published > epoch
                    || Envelope.reached(record) > last
                    || (published == epoch && !isThere(connection, record, epoch));
            if (lacks) {
                return Optional.of("%s-%d@%d, position %d"
                        .formatted(record.topic(), record.partition(), record.offset(), Envelope.reached(record)));
            }
        }
        return Optional.empty();
    }

    /** Whether this service sent it from its journal; earlier versions did not send the position. */
    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return Envelope.header(record, "ce_source").equals(Optional.of("/" + service)) && Envelope.position(record) > 0;
    }

    private static boolean isThere(Connection connection, ConsumerRecord<String, byte[]> record, int epoch)
            throws SQLException {
        String type = Envelope.type(record);
        String kind = type.split("\\.", -1)[2];
        try (PreparedStatement statement = connection.prepareStatement(THERE)) {
            statement.setString(1, kind);
            statement.setString(2, Envelope.header(record, "ce_subject").orElse(null));
            statement.setInt(3, epoch);
            statement.setLong(4, Envelope.sequence(record).sequence());
            statement.setLong(5, Envelope.position(record));
            statement.setString(6, Envelope.header(record, "ce_recordedtime").orElse(null));
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Has no effect if the epoch has been raised meanwhile. */
    private static void notice(Connection connection, long voidAfter, int epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTICE)) {
            statement.setLong(1, voidAfter);
            statement.setInt(2, epoch);
            statement.executeUpdate();
        }
    }

    /** The state of the topics, as far as read. */
    private static final class Published {
        private final long voidAfter;
        private long lost;
        private long firstLost = Long.MAX_VALUE;
        private int epoch;
        private long position;

        Published(long voidAfter, int epoch) {
            this.voidAfter = voidAfter;
            this.epoch = epoch;
        }

        /** The position after which published events are void. */
        long voidAfter() {
            return Math.min(voidAfter, firstLost - 1);
        }
    }

    private void collect(Connection connection, TopicTails tails, State state) throws SQLException {
        Sql.execute(connection, FORGET);
        Published published = new Published(state.voidAfter(), state.epoch());
        for (TopicPartition partition : tails.partitions()) {
            long offset = tails.before(partition, Math.max(0, state.voidAfter() - OUT_OF_ORDER));
            for (var records = tails.from(partition, offset);
                    !records.isEmpty();
                    records = tails.from(partition, offset)) {
                keep(connection, partition.topic(), records, state, published);
                offset = records.get(records.size() - 1).offset() + 1;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(COLLECTED)) {
            statement.setLong(1, published.voidAfter());
            statement.setInt(2, published.epoch);
            statement.setLong(3, published.position);
            statement.executeUpdate();
        }
        LOG.errorf("%s lacks %d changes after position %d", service, published.lost, published.voidAfter());
    }

    private void keep(
            Connection connection,
            String topic,
            List<ConsumerRecord<String, byte[]>> records,
            State state,
            Published published)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(KEEP)) {
            for (ConsumerRecord<String, byte[]> record : records) {
                try {
                    if (isOurs(record)) {
                        keep(connection, topic, record, state, published, row);
                    }
                } catch (UnreadableEvent e) {
                    // Not sent by this service, whatever its headers claim.
                    LOG.warnf(
                            "%s does not compare %s-%d@%d: %s",
                            service, topic, record.partition(), record.offset(), e.getMessage());
                }
            }
            row.executeBatch();
        }
    }

    private static void keep(
            Connection connection,
            String topic,
            ConsumerRecord<String, byte[]> record,
            State state,
            Published published,
            PreparedStatement row)
            throws SQLException {
        int epoch = Envelope.sequence(record).epoch();
        published.epoch = Math.max(published.epoch, epoch);
        published.position = Math.max(published.position, Envelope.reached(record));
        if (epoch > state.epoch() && EpochRaised.TYPE.equals(Envelope.type(record))) {
            // Events voided by a lost epoch are valid again if the journal has them: they must be published again.
            published.firstLost = Math.min(
                    published.firstLost,
                    EventJson.read(record.value(), EpochRaised.class).voidAfter() + 1);
        }
        if (record.key() == null || epoch < state.epoch() || isThere(connection, record, epoch)) {
            return;
        }
        IncomingEvent event = Envelope.read(topic, record);
        published.firstLost = Math.min(published.firstLost, event.position());
        row.setString(1, event.kind());
        row.setObject(2, event.aggregateId());
        row.setInt(3, event.epoch());
        row.setLong(4, event.sequence());
        row.setLong(5, event.position());
        row.setString(6, event.type());
        row.setObject(7, event.occurredAt());
        row.setObject(8, event.authorityId());
        row.setString(9, new String(event.data(), java.nio.charset.StandardCharsets.UTF_8));
        row.addBatch();
        published.lost++;
    }
}
