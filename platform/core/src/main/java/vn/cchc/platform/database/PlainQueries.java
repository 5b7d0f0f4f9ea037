package vn.cchc.platform.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Queries past the ORM, on its connection and in its transaction, for answers of many values: the ORM hands each one on in several
 * steps, and asks the driver for the type of each column of a native query. Inspectors of statements see these too. Nothing is flushed
 * before: whoever has persisted in the same transaction flushes first.
 */
@ApplicationScoped
public class PlainQueries {

    private final EntityManager entities;
    private final List<StatementInspector> inspectors;

    PlainQueries(EntityManager entities, @PersistenceUnitExtension Instance<StatementInspector> inspectors) {
        this.entities = entities;
        this.inspectors = inspectors.stream().toList();
    }

    /** Reads the row that a result stands on. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private String inspected(String sql) {
        String inspected = sql;
        for (StatementInspector inspector : inspectors) {
            inspected = inspector.inspect(inspected);
        }
        return inspected;
    }

    /**
     * All rows in their order.
     *
     * @param sql with a {@code ?} for each parameter, never with a value in it
     * @param parameters as the JDBC driver takes them, none null
     */
    public <T> List<T> list(String sql, List<?> parameters, Reader<T> reader) {
        String inspected = inspected(sql);
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(inspected)) {
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
