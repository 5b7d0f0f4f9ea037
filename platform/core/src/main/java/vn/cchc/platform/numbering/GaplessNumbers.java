package vn.cchc.platform.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.hibernate.Session;

/** Numbers of a book (a register, outgoing reports) that start at 1 each year and leave no gap. */
@ApplicationScoped
public class GaplessNumbers {

    private static final String NEXT =
            "INSERT INTO gapless_number AS g (authority_id, year, book, last) VALUES (?, ?, ?, 1)"
                    + " ON CONFLICT (authority_id, year, book) DO UPDATE SET last = g.last + 1 RETURNING last";

    private static final String LAST =
            "SELECT last FROM gapless_number WHERE authority_id = ? AND year = ? AND book = ?";

    private final EntityManager entities;

    GaplessNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The next number. It belongs to the transaction: a rollback gives it back. Until the commit others wait for the same
     * book, so call this last.
     *
     * @param year the calendar year of entry in the book
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int next(UUID authorityId, int year, String book) {
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(connection -> next(connection, authorityId, year, book));
    }

    /** The number that {@link #next} gives if nobody takes one before. Nobody waits for this. */
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
