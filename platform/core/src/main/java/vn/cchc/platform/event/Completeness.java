package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import vn.cchc.platform.http.Bounds;

/** Whether all events up to a day have been consumed. */
@ApplicationScoped
public class Completeness {

    private static final String MARKS = """
            SELECT topic, partition, marked_day,
                   ?::uuid = ANY (withheld) OR '00000000-0000-0000-0000-000000000000' = ANY (withheld)
            FROM heard_to
            WHERE topic = ANY (?) ORDER BY topic, partition""";

    /** An unreadable record may concern any authority, and one without an authority concerns all. */
    private static final String DEAD_LETTERS = """
            SELECT id, topic, partition, state FROM dead_letter
            WHERE state IN ('OPEN', 'WAITING') AND topic = ANY (?)
            AND (authority_id IN (?, '00000000-0000-0000-0000-000000000000') OR authority_id IS NULL)
            ORDER BY id LIMIT ?""";

    /** Maximum number listed; an operator who resolves these sees the next. */
    private static final int MOST_NAMED = 20;

    private final EntityManager entities;

    Completeness(EntityManager entities) {
        this.entities = entities;
    }

    /** Why something may be missing. */
    @Schema(name = "MissingCause")
    public enum Cause {
        /** The publisher has not marked the day as complete yet, or its mark has not been consumed. */
        NOT_MARKED,
        /** The publisher itself lacks an event of this authority. */
        WITHHELD_BY_SOURCE,
        /** A record could not be processed here. */
        DEAD_LETTER,
        /** An event waits here for a predecessor that has not arrived. */
        EVENTS_MISSING
    }

    /**
     * Something that is, or may be, missing.
     *
     * @param partition null where no partition of the topic has been consumed
     * @param completeTo the last complete day; null where there is none, or for another cause
     * @param deadLetter null for another cause
     */
    public record Missing(Cause cause, String topic, Integer partition, LocalDate completeTo, UUID deadLetter) {}

    /**
     * What is missing for an authority up to the end of a day; empty when everything has been consumed.
     *
     * @param topics topics that must be complete
     * @param besides further topics, of which only dead letters count
     */
    public List<Missing> missing(
            Collection<String> topics, Collection<String> besides, UUID authorityId, LocalDate day) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            List<Missing> missing = new ArrayList<>(marks(connection, topics, authorityId, day));
            List<String> all = new ArrayList<>(topics);
            all.addAll(besides);
            missing.addAll(deadLetters(connection, all, authorityId));
            return missing.stream().limit(Bounds.MISSING).toList();
        });
    }

    private static List<Missing> marks(
            Connection connection, Collection<String> topics, UUID authorityId, LocalDate day) throws SQLException {
        List<Missing> missing = new ArrayList<>();
        Set<String> unheard = new HashSet<>(topics);
        try (PreparedStatement statement = connection.prepareStatement(MARKS)) {
            statement.setObject(1, authorityId);
            statement.setArray(2, connection.createArrayOf("text", topics.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    unheard.remove(row.getString(1));
                    LocalDate marked = row.getObject(3, LocalDate.class);
                    if (marked == null || marked.isBefore(day)) {
                        missing.add(new Missing(Cause.NOT_MARKED, row.getString(1), row.getInt(2), marked, null));
                    } else if (row.getBoolean(4)) {
                        missing.add(
                                new Missing(Cause.WITHHELD_BY_SOURCE, row.getString(1), row.getInt(2), marked, null));
                    }
                }
            }
        }
        unheard.stream().sorted().forEach(topic -> missing.add(new Missing(Cause.NOT_MARKED, topic, null, null, null)));
        return missing;
    }

    private static List<Missing> deadLetters(Connection connection, Collection<String> topics, UUID authorityId)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEAD_LETTERS)) {
            statement.setArray(1, connection.createArrayOf("text", topics.toArray()));
            statement.setObject(2, authorityId);
            statement.setInt(3, MOST_NAMED);
            List<Missing> missing = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    missing.add(new Missing(
                            "OPEN".equals(row.getString(4)) ? Cause.DEAD_LETTER : Cause.EVENTS_MISSING,
                            row.getString(2),
                            row.getInt(3),
                            null,
                            row.getObject(1, UUID.class)));
                }
            }
            return missing;
        }
    }
}
