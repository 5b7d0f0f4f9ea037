package vn.cchc.platform.database;

import jakarta.persistence.EntityManager;
import java.sql.Statement;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Reads a page of a list whose order is that of an index. PostgreSQL plans the statement once on each connection, and always reads it in
 * that order. Left to itself it plans the page of a large table at each request, which takes longer than reading it, since it expects a
 * plan for all values to cost more; or it reads all rows of an authority and sorts them, where it expects fewer than there are. See ADR
 * 16 of the platform.
 */
public final class InIndexOrder {

    /**
     * For the rest of the transaction. Sorts are not forbidden, but taken only where no index has the order: so this is for statements
     * that have an index for each of their filters, and a literal number of rows, whose plan for all values stops after them.
     */
    public static final String SETTINGS = """
            SET LOCAL plan_cache_mode = force_generic_plan;
            SET LOCAL enable_sort = off;
            SET LOCAL enable_incremental_sort = off;
            SET LOCAL enable_bitmapscan = off""";

    private InIndexOrder() {}

    /**
     * Within the transaction of the caller, which also has the look-ups that the page needs: a transaction of its own would take a second
     * connection beside theirs, and with as many requests as connections none would get it.
     *
     * @throws IllegalStateException without a transaction: the settings would not hold
     */
    public static <T> T read(EntityManager entities, Supplier<T> page) {
        if (!entities.isJoinedToTransaction()) {
            throw new IllegalStateException("A page in index order is read in a transaction");
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                // One message to the server.
                statement.execute(SETTINGS);
            }
        });
        return page.get();
    }
}
