package vn.cchc.platform.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * The statements issued by Hibernate, for tests that count or explain them; a batch counts as one. The journal's own
 * JDBC statements are not included. A service that needs it declares a bean of it.
 */
public abstract class StatementLog implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private final transient Queue<String> statements = new ConcurrentLinkedQueue<>();

    @Override
    public String inspect(String sql) {
        statements.add(sql);
        return sql;
    }

    public void forget() {
        statements.clear();
    }

    /** In order of execution. */
    public List<String> all() {
        return List.copyOf(statements);
    }
}
