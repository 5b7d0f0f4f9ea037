package vn.cchc.platform.database;

import io.quarkus.arc.All;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives Flyway connections without statement timeouts, since migrations may run long, and makes it wait for an
 * unavailable database. Flyway's own retries could not be interrupted by a stop. Passes it the migrations in Java, which are beans.
 */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {

    private final Connections connections;
    private final List<JavaMigration> inJava;

    Migrations(Connections connections, @All List<JavaMigration> inJava) {
        this.connections = connections;
        this.inJava = inJava;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.dataSource(new WhenItIsThere(connections));
        // Quarkus itself finds only those whose package is one of the locations of the SQL.
        flyway.javaMigrations(inJava.toArray(JavaMigration[]::new));
    }

    private static final class WhenItIsThere extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient Connections connections;

        WhenItIsThere(Connections connections) {
            this.connections = connections;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return DatabaseAtStart.call(() -> connections.openWithoutBound("migration"));
        }
    }
}
