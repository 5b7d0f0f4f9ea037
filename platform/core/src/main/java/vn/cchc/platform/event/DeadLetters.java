package vn.cchc.platform.event;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jboss.logging.Logger;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.time.VietnamTime;

/**
 * Dead letters are kept in the service's own database, with origin and cause: no broker topic is needed, and no
 * partition stops. Counted in {@code cchc_dead_letters_total}.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    static final int LONGEST_CAUSE = 500;

    /** Kafka allows no longer name. */
    static final int LONGEST_TOPIC = 249;

    private static final String INSERT = """
            INSERT INTO dead_letter AS l (id, topic, topic_id, partition, record_offset, key, headers, record, cause, kind,
                                          aggregate_id, epoch, sequence, authority_id, state, attempts, died_at, tried_at)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT (topic_id, partition, record_offset) DO UPDATE
            SET cause = excluded.cause, attempts = l.attempts + 1, tried_at = excluded.tried_at,
                state = CASE WHEN l.state = 'PROCESSED' THEN excluded.state ELSE l.state END""";
    private static final String WAITING = """
            SELECT id, topic, partition, record_offset, key, headers, record, aggregate_id, epoch, sequence FROM dead_letter
            WHERE kind = ? AND aggregate_id = ANY (?) AND state = 'WAITING'""";
    private static final String PROCESSED = """
            UPDATE dead_letter SET state = 'PROCESSED', settled_by = ?, attempts = attempts + 1, tried_at = ?
            WHERE id = ANY (?)""";
    private static final String FAILED_AGAIN =
            "UPDATE dead_letter SET cause = ?, attempts = attempts + 1, tried_at = ? WHERE id = ?";
    private static final String SET_ASIDE = """
            UPDATE dead_letter SET state = 'SET_ASIDE', settled_by = ?, reason = ?, tried_at = ? WHERE id = ?""";
    private static final String VOID = """
            UPDATE dead_letter SET state = 'SET_ASIDE', settled_by = ?, reason = ?, tried_at = ?
            WHERE topic = ? AND state IN ('OPEN', 'WAITING') AND epoch < ?
            AND headers ->> 'ce_position' ~ '^[0-9]{1,18}$' AND (headers ->> 'ce_position')::bigint > ?""";
    private static final String EXPLAIN = "UPDATE dead_letter SET settled_by = ?, reason = ? WHERE id = ?";
    private static final String COLUMNS = """
            SELECT id, topic, partition, record_offset, key, headers, record, cause, kind, aggregate_id, epoch, sequence,
                   authority_id, state, attempts, died_at, tried_at, settled_by, reason
            FROM dead_letter""";
    private static final String OF_AUTHORITIES = """
            SELECT authority_id, count(*), sum(count(*)) OVER () FROM dead_letter WHERE state IN ('OPEN', 'WAITING')
            GROUP BY authority_id ORDER BY 2 DESC, 1 LIMIT ?""";

    /** Authorities that are counted one by one: those with the most. */
    static final int AUTHORITIES = 200;

    private final EntityManager entities;
    private final HeardEvents heard;
    private final MeterRegistry meters;
    private final Clock systemClock;

    DeadLetters(EntityManager entities, HeardEvents heard, MeterRegistry meters, @SystemClock Clock systemClock) {
        this.heard = heard;
        this.entities = entities;
        this.meters = meters;
        this.systemClock = systemClock;
    }

    /** An event that waits for its predecessors. */
    record Waiting(UUID deadLetter, UUID id, int epoch, long sequence, ConsumerRecord<String, byte[]> record) {}

    /**
     * Number of open ones of an authority; null for those whose authority is unknown.
     *
     * @param ofAll of all authorities together
     */
    record OfAuthority(UUID authorityId, long open, long ofAll) {}

    /** A stored dead letter. */
    record Letter(
            UUID id,
            ConsumerRecord<String, byte[]> record,
            Map<String, String> headers,
            String cause,
            String kind,
            UUID aggregateId,
            Integer epoch,
            Long sequence,
            UUID authorityId,
            State state,
            int attempts,
            OffsetDateTime diedAt,
            OffsetDateTime triedAt,
            String settledBy,
            String reason) {}

    @Schema(name = "DeadLetterState")
    enum State {
        /** Processing failed. */
        OPEN,
        /** A preceding event is missing. */
        WAITING,
        PROCESSED,
        /** An operator has set it aside. */
        SET_ASIDE
    }

    /** Those that still need a decision. */
    static final Set<State> UNSETTLED = EnumSet.of(State.OPEN, State.WAITING);

    /** Stores a record that failed. */
    void store(String topicId, ConsumerRecord<String, byte[]> record, RuntimeException cause) {
        String reason = describe(cause);
        Optional<Envelope.Place> place = Envelope.place(record);
        insert(topicId, record, place, place.flatMap(this::authority), State.OPEN, reason);
        Counter.builder("cchc.dead.letters")
                .description("Records that this replica could not process, since its start")
                .tag("topic", record.topic())
                .register(meters)
                .increment();
        LOG.errorf(
                "Dead letter: topic=%s partition=%d offset=%d key=%s cause=%s",
                record.topic(), record.partition(), record.offset(), record.key(), reason);
    }

    /** Stores an event until its predecessors have arrived. */
    void await(String topicId, ConsumerRecord<String, byte[]> record, IncomingEvent event, long missingFrom) {
        insert(
                topicId,
                record,
                Optional.of(new Envelope.Place(
                        event.kind(), event.aggregateId(), event.epoch(), event.sequence(), Optional.empty())),
                Optional.of(event.authorityId()),
                State.WAITING,
                "Preceding events are missing, from sequence " + missingFrom);
        LOG.warnf(
                "An event waits for preceding ones: topic=%s partition=%d offset=%d key=%s sequence=%d missingFrom=%d",
                record.topic(), record.partition(), record.offset(), record.key(), event.sequence(), missingFrom);
    }

    /** Events of the aggregate consumed before give its authority, even if this record does not. */
    private Optional<UUID> authority(Envelope.Place place) {
        return Optional.ofNullable(
                        heard.heads(place.kind(), List.of(place.id())).get(place.id()))
                .map(HeardEvents.Head::authorityId)
                .or(place::authorityId);
    }

    private void insert(
            String topicId,
            ConsumerRecord<String, byte[]> record,
            Optional<Envelope.Place> place,
            Optional<UUID> authorityId,
            State state,
            String cause) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(
                    storable(header.key()),
                    header.value() == null ? "" : storable(new String(header.value(), StandardCharsets.UTF_8)));
        }
        OffsetDateTime now = now();
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                statement.setObject(1, Ids.next());
                statement.setString(2, record.topic());
                statement.setString(3, topicId);
                statement.setInt(4, record.partition());
                statement.setLong(5, record.offset());
                statement.setString(6, record.key() == null ? null : storable(record.key()));
                statement.setString(7, EventJson.write(headers));
                statement.setBytes(8, record.value());
                statement.setString(9, storable(cause));
                statement.setString(10, place.map(Envelope.Place::kind).orElse(null));
                statement.setObject(11, place.map(Envelope.Place::id).orElse(null), Types.OTHER);
                statement.setObject(12, place.map(Envelope.Place::epoch).orElse(null), Types.INTEGER);
                statement.setObject(13, place.map(Envelope.Place::sequence).orElse(null), Types.BIGINT);
                statement.setObject(14, authorityId.orElse(null), Types.OTHER);
                statement.setString(15, state.name());
                statement.setObject(16, now);
                statement.setObject(17, now);
                return statement.executeUpdate();
            }
        });
    }

    /** The events of those aggregates that wait for predecessors. */
    List<Waiting> waiting(String kind, Collection<UUID> ids) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
                statement.setString(1, kind);
                statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                List<Waiting> waiting = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        waiting.add(new Waiting(
                                row.getObject("id", UUID.class),
                                row.getObject("aggregate_id", UUID.class),
                                row.getInt("epoch"),
                                row.getLong("sequence"),
                                record(row, headers(row))));
                    }
                }
                return waiting;
            }
        });
    }

    /** @param by the operator who retried it, or null where the missing event released it */
    void processed(List<UUID> ids, String by) {
        if (ids.isEmpty()) {
            return;
        }
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PROCESSED)) {
                statement.setString(1, by);
                statement.setObject(2, now());
                statement.setArray(3, connection.createArrayOf("uuid", ids.toArray()));
                return statement.executeUpdate();
            }
        });
    }

    void failedAgain(UUID id, RuntimeException cause) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FAILED_AGAIN)) {
                statement.setString(1, storable(describe(cause)));
                statement.setObject(2, now());
                statement.setObject(3, id);
                return statement.executeUpdate();
            }
        });
    }

    void setAside(UUID id, String by, String reason) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE)) {
                statement.setString(1, by);
                statement.setString(2, reason);
                statement.setObject(3, now());
                statement.setObject(4, id);
                return statement.executeUpdate();
            }
        });
    }

    /** Sets aside those of a lost timeline. */
    void setAside(HeardEvents.Epoch epoch) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(VOID)) {
                statement.setString(1, "epoch " + epoch.epoch());
                statement.setString(2, "After position " + epoch.voidAfter() + ", lost by a restore of the sender");
                statement.setObject(3, now());
                statement.setString(4, epoch.topic());
                statement.setInt(5, epoch.epoch());
                statement.setLong(6, epoch.voidAfter());
                return statement.executeUpdate();
            }
        });
    }

    /** Records who settled it and why, without changing its state. */
    void explain(UUID id, String by, String reason) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EXPLAIN)) {
                statement.setString(1, by);
                statement.setString(2, reason);
                statement.setObject(3, id);
                return statement.executeUpdate();
            }
        });
    }

    Optional<Letter> find(UUID id) {
        return letters(" WHERE id = ?", id).stream().findFirst();
    }

    /** The same with SELECT … FOR UPDATE. */
    Optional<Letter> findLocked(UUID id) {
        return letters(" WHERE id = ? FOR UPDATE", id).stream().findFirst();
    }

    /**
     * A page in the order in which they failed.
     *
     * @param topic null for all
     * @param states at least one
     * @param after the last one shown, or null
     */
    List<Letter> page(String topic, Collection<State> states, UUID after, int atMost) {
        String[] names = states.stream().map(State::name).toArray(String[]::new);
        return letters(
                " WHERE state = ANY (?::text[]) AND (?::text IS NULL OR topic = ?) AND (?::uuid IS NULL OR id > ?)"
                        + " ORDER BY id LIMIT ?",
                names,
                topic,
                topic,
                after,
                after,
                atMost);
    }

    /** Open ones by authority, of those that have the most. */
    List<OfAuthority> ofAuthorities() {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF_AUTHORITIES)) {
                statement.setInt(1, AUTHORITIES);
                List<OfAuthority> counts = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        counts.add(new OfAuthority(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)));
                    }
                }
                return counts;
            }
        });
    }

    private List<Letter> letters(String condition, Object... parameters) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COLUMNS + condition)) {
                for (int i = 0; i < parameters.length; i++) {
                    if (parameters[i] instanceof String[] texts) {
                        statement.setArray(i + 1, connection.createArrayOf("text", texts));
                    } else if (parameters[i] == null) {
                        statement.setNull(i + 1, Types.OTHER);
                    } else {
                        statement.setObject(i + 1, parameters[i]);
                    }
                }
                List<Letter> letters = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        letters.add(letter(row));
                    }
                }
                return letters;
            }
        });
    }

    private static Letter letter(ResultSet row) throws SQLException {
        Map<String, String> headers = headers(row);
        return new Letter(
                row.getObject("id", UUID.class),
                record(row, headers),
                headers,
                row.getString("cause"),
                row.getString("kind"),
                row.getObject("aggregate_id", UUID.class),
                row.getObject("epoch", Integer.class),
                row.getObject("sequence", Long.class),
                row.getObject("authority_id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                VietnamTime.local(row.getObject("died_at", OffsetDateTime.class)),
                VietnamTime.local(row.getObject("tried_at", OffsetDateTime.class)),
                row.getString("settled_by"),
                row.getString("reason"));
    }

    private static Map<String, String> headers(ResultSet row) throws SQLException {
        return EventJson.read(row.getString("headers"), new TypeReference<Map<String, String>>() {});
    }

    private static ConsumerRecord<String, byte[]> record(ResultSet row, Map<String, String> headers)
            throws SQLException {
        RecordHeaders sent = new RecordHeaders();
        headers.forEach((name, value) -> sent.add(name, value.getBytes(StandardCharsets.UTF_8)));
        byte[] value = row.getBytes("record");
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                value == null ? ConsumerRecord.NULL_SIZE : value.length,
                row.getString("key"),
                value,
                sent,
                Optional.empty());
    }

    /** PostgreSQL text cannot hold NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(systemClock);
    }

    private static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage()
                + (root == failure ? "" : "; " + root.getClass().getSimpleName() + ": " + root.getMessage());
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
