package vn.cchc.platform.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * The statements that Hibernate really issues, for tests that count or explain them; a batch is one. The journal issues its own beside
 * them. A service whose tests want it has a bean of it.
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

    /** In the order issued. */
    public List<String> all() {
        return List.copyOf(statements);
    }
}
