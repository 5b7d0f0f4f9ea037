package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/** Consumer offsets of each partition, stored in the transaction of the events' effects. */
@ApplicationScoped
class ConsumerOffsets {

    private static final String BEGIN = """
            INSERT INTO heard_to AS h (topic, topic_id, partition, next_offset) VALUES (?, ?, ?, 0)
            ON CONFLICT (topic, partition) DO UPDATE
            SET topic_id = excluded.topic_id,
                next_offset = CASE WHEN h.topic_id = excluded.topic_id THEN h.next_offset ELSE 0 END,
                marked_day = CASE WHEN h.topic_id = excluded.topic_id THEN h.marked_day END,
                withheld = CASE WHEN h.topic_id = excluded.topic_id THEN h.withheld ELSE '{}' END,
                mark_epoch = CASE WHEN h.topic_id = excluded.topic_id THEN h.mark_epoch END,
                mark_sequence = CASE WHEN h.topic_id = excluded.topic_id THEN h.mark_sequence END
            RETURNING next_offset""";
    private static final String REGISTER = """
            INSERT INTO heard_to (topic, topic_id, partition, next_offset)
            SELECT ?, ?, p, 0 FROM generate_series(0, ? - 1) p ON CONFLICT (topic, partition) DO NOTHING""";
    private static final String REMOVE = "DELETE FROM heard_to WHERE topic = ? AND partition >= ?";
    private static final String MOVE =
            "UPDATE heard_to SET next_offset = ? WHERE topic = ? AND partition = ? AND next_offset = ?";
    private static final String MARK = """
            UPDATE heard_to SET marked_day = ?, withheld = ?, mark_epoch = ?, mark_sequence = ?
            WHERE topic = ? AND partition = ?
            AND (marked_day IS NULL OR marked_day < ?
                 OR (marked_day = ? AND (mark_sequence IS NULL OR (mark_epoch, mark_sequence) <= (?, ?))))""";
    private static final String RESET_MARKS = """
            UPDATE heard_to SET marked_day = ?, mark_epoch = NULL, mark_sequence = NULL,
                                withheld = coalesce(?, CASE WHEN marked_day = ? THEN withheld END, '{}')
            WHERE topic = ? AND (?::date IS NULL OR marked_day >= ?)""";
    private static final String ALL = "SELECT topic, partition, next_offset FROM heard_to";
    private static final String MARKED =
            "SELECT partition, marked_day, mark_epoch, mark_sequence FROM heard_to WHERE topic = ? AND marked_day IS NOT NULL";

    private final EntityManager entities;

    ConsumerOffsets(EntityManager entities) {
        this.entities = entities;
    }

    /** Another replica has taken over the partition and moved its offset. */
    static final class Fenced extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Fenced(TopicPartition partition) {
            super("Another replica consumes " + partition);
        }
    }

    /**
     * The offset to continue at; 0 for a new partition, or one of a recreated topic.
     *
     * @param topicIds the broker's ids of the topics
     */
    @Transactional
    Map<TopicPartition, Long> begin(List<TopicPartition> partitions, Map<String, String> topicIds) {
        return run(connection -> {
            Map<TopicPartition, Long> next = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
                for (TopicPartition partition : partitions) {
                    statement.setString(1, partition.topic());
                    statement.setString(2, topicIds.get(partition.topic()));
                    statement.setInt(3, partition.partition());
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        next.put(partition, row.getLong(1));
                    }
                }
            }
            return next;
        });
    }

    /** Whether the stored offset of each of these partitions is unchanged. */
    @Transactional
    boolean isAt(Map<TopicPartition, Long> offsets) {
        return run(connection -> {
            int same = 0;
            try (PreparedStatement statement = connection.prepareStatement(ALL);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Long offset = offsets.get(new TopicPartition(row.getString(1), row.getInt(2)));
                    same += offset != null && offset == row.getLong(3) ? 1 : 0;
                }
            }
            return same == offsets.size();
        });
    }

    /**
     * Registers all partitions of a topic, whether assigned to this replica or not: an unconsumed partition counts as
     * incomplete. Partitions that a recreated topic no longer has are removed.
     */
    @Transactional
    void register(String topic, String topicId, int partitions) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REGISTER)) {
                statement.setString(1, topic);
                statement.setString(2, topicId);
                statement.setInt(3, partitions);
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
                statement.setString(1, topic);
                statement.setInt(2, partitions);
                return statement.executeUpdate();
            }
        });
    }

    /** @throws Fenced when the stored offset is not the expected one */
    void move(TopicPartition partition, long from, long to) {
        int moved = run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
                statement.setLong(1, to);
                statement.setString(2, partition.topic());
                statement.setInt(3, partition.partition());
                statement.setLong(4, from);
                return statement.executeUpdate();
            }
        });
        if (moved == 0) {
            throw new Fenced(partition);
        }
    }

    /**
     * Stores a day mark of a partition, unless a later one has been consumed: marks are delivered at least once. A
     * later day wins whatever its sequence, so that a forged mark, or one from before a restore, affects no other day
     * than its own.
     *
     * @param place epoch and sequence of the mark
     */
    void mark(TopicPartition partition, Envelope.Sequence place, LocalDate day, List<UUID> withheld) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MARK)) {
                statement.setObject(1, day);
                statement.setArray(2, connection.createArrayOf("uuid", withheld.toArray()));
                statement.setInt(3, place.epoch());
                statement.setLong(4, place.sequence());
                statement.setString(5, partition.topic());
                statement.setInt(6, partition.partition());
                statement.setObject(7, day);
                statement.setObject(8, day);
                statement.setInt(9, place.epoch());
                statement.setLong(10, place.sequence());
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Resets the watermark to a day: later marks belong to a lost timeline.
     *
     * @param day null where there is none
     * @param withheld the withheld authorities of that day's mark on the surviving timeline; empty where unknown
     */
    void resetMarks(String topic, LocalDate day, Optional<List<UUID>> withheld) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RESET_MARKS)) {
                statement.setObject(1, day, Types.DATE);
                statement.setArray(
                        2,
                        withheld.isEmpty()
                                ? null
                                : connection.createArrayOf(
                                        "uuid", withheld.get().toArray()));
                statement.setObject(3, day, Types.DATE);
                statement.setString(4, topic);
                statement.setObject(5, day, Types.DATE);
                statement.setObject(6, day, Types.DATE);
                return statement.executeUpdate();
            }
        });
    }

    /** The last mark of a partition, with epoch and sequence; (0, 0) where unknown. */
    record Mark(LocalDate day, Envelope.Sequence place) {}

    /** The last marks of those partitions that have one. */
    Map<Integer, Mark> marked(String topic) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MARKED)) {
                statement.setString(1, topic);
                Map<Integer, Mark> marked = new HashMap<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        marked.put(
                                row.getInt(1),
                                new Mark(
                                        row.getObject(2, LocalDate.class),
                                        new Envelope.Sequence(row.getInt(3), row.getLong(4))));
                    }
                }
                return marked;
            }
        });
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
