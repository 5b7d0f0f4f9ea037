package vn.cchc.feedback;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The statements that Hibernate really issues, for tests that count or explain them. The journal issues its own beside them. */
@Singleton
@PersistenceUnitExtension
class IssuedStatements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private final transient Queue<String> statements = new ConcurrentLinkedQueue<>();

    @Override
    public String inspect(String sql) {
        statements.add(sql);
        return sql;
    }

    void forget() {
        statements.clear();
    }

    /** In the order issued; what the listener of events issues meanwhile is left out. */
    List<String> all() {
        return statements.stream()
                .filter(sql -> !sql.contains("known_authority"))
                .toList();
    }
}
