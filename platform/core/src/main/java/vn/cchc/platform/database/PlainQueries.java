package vn.cchc.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/**
 * JDBC queries on Hibernate's connection and in its transaction, for results with many values: Hibernate maps each
 * value in several steps and asks the driver for the column types of a native query. Nothing is flushed before; a caller
 * that has persisted in the same transaction must flush first.
 */
@ApplicationScoped
public class PlainQueries {

    private final EntityManager entities;

    PlainQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Maps the current row of a result. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * All rows in their order.
     *
     * @param sql a query, or a change with {@code RETURNING}; with a {@code ?} for each parameter, never with a value in it
     * @param parameters as the JDBC driver takes them; null only where the statement casts the parameter to its type
     */
    public <T> List<T> list(String sql, List<?> parameters, Reader<T> reader) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.size(); i++) {
                    statement.setObject(i + 1, parameters.get(i));
                }
                try (ResultSet row = statement.executeQuery()) {
                    List<T> read = new ArrayList<>();
                    while (row.next()) {
                        read.add(reader.read(row));
                    }
                    return read;
                }
            }
        });
    }
}
