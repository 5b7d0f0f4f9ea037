package vn.cchc.reporting;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The statements that Hibernate really issues, for tests that explain them. */
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

    List<String> all() {
        return List.copyOf(statements);
    }
}
