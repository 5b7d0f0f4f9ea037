package vn.cchc.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives Flyway connections without statement timeouts, since migrations may run long, and makes it wait for an
 * unavailable database. Flyway's own retries could not be interrupted by a stop.
 */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {

    private final Connections connections;

    Migrations(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.dataSource(new WhenItIsThere(connections));
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
