package vn.cchc.platform.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/** Gapless numbers of a book (a register, outgoing reports), starting at 1 each year. */
@ApplicationScoped
public class GaplessNumbers {

    private static final String NEXT =
            "INSERT INTO gapless_number AS g (authority_id, year, book, last) VALUES (?, ?, ?, 1)"
                    + " ON CONFLICT (authority_id, year, book) DO UPDATE SET last = g.last + 1 RETURNING last";

    private static final String LAST =
            "SELECT last FROM gapless_number WHERE authority_id = ? AND year = ? AND book = ?";

    private static final String GO_ON_BEHIND = """
            INSERT INTO gapless_number AS g (authority_id, year, book, last)
            SELECT authority, year, ?, max(number)
            FROM unnest(?::uuid[], ?::int[], ?::int[]) AS given (authority, year, number)
            GROUP BY authority, year ORDER BY authority, year
            ON CONFLICT (authority_id, year, book) DO UPDATE SET last = greatest(g.last, excluded.last)""";
    private static final String LOSE = """
            INSERT INTO lost_number (authority_id, year, book, number, aggregate_id, state, epoch)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING""";
    private static final String LOST = """
            SELECT number, aggregate_id, state FROM lost_number
            WHERE authority_id = ? AND year = ? AND book = ? AND number > ? ORDER BY number LIMIT ?""";

    private final EntityManager entities;

    GaplessNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The next number, assigned in the transaction: a rollback returns it. Holds a row lock on the book until the
     * commit, so call it as late as possible.
     *
     * @param year the calendar year of entry in the book
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int next(UUID authorityId, int year, String book) {
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(connection -> next(connection, authorityId, year, book));
    }

    /** The number that {@link #next} would give now. Takes no lock. */
    public int expected(UUID authorityId, int year, String book) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LAST)) {
                statement.setObject(1, authorityId);
                statement.setInt(2, year);
                statement.setString(3, book);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getInt(1) + 1 : 1;
                }
            }
        });
    }

    /**
     * A number assigned on a lost timeline.
     *
     * @param aggregateId the aggregate that had it
     * @param state the aggregate's public state, as JSON
     * @param epoch the one that begins without it
     */
    public record Given(UUID authorityId, int year, int number, UUID aggregateId, String state, int epoch) {}

    /** Records lost numbers, so that they are not assigned again. Idempotent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lose(String book, List<Given> lost) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement behind = connection.prepareStatement(GO_ON_BEHIND);
                    PreparedStatement keep = connection.prepareStatement(LOSE)) {
                behind.setString(1, book);
                behind.setArray(2, array(connection, "uuid", lost, Given::authorityId));
                behind.setArray(3, array(connection, "int4", lost, Given::year));
                behind.setArray(4, array(connection, "int4", lost, Given::number));
                behind.executeUpdate();
                for (Given given : lost) {
                    keep.setObject(1, given.authorityId());
                    keep.setInt(2, given.year());
                    keep.setString(3, book);
                    keep.setInt(4, given.number());
                    keep.setObject(5, given.aggregateId());
                    keep.setString(6, given.state());
                    keep.setInt(7, given.epoch());
                    keep.addBatch();
                }
                keep.executeBatch();
            }
        });
    }

    private static Array array(Connection connection, String type, List<Given> lost, Function<Given, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, lost.stream().map(column).toArray());
    }

    /** A lost number of a book. */
    public record Lost(int number, UUID aggregateId, String state) {}

    /** Lost numbers of a book in ascending order, after the given one. */
    public List<Lost> lost(UUID authorityId, int year, String book, int after, int atMost) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LOST)) {
                statement.setObject(1, authorityId);
                statement.setInt(2, year);
                statement.setString(3, book);
                statement.setInt(4, after);
                statement.setInt(5, atMost);
                List<Lost> lost = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        lost.add(new Lost(row.getInt(1), row.getObject(2, UUID.class), row.getString(3)));
                    }
                }
                return lost;
            }
        });
    }

    private static int next(Connection connection, UUID authorityId, int year, String book) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setObject(1, authorityId);
            statement.setInt(2, year);
            statement.setString(3, book);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
