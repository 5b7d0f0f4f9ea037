package vn.cchc.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives Flyway connections without the pool's bounds, since a migration takes the time it needs, and lets it wait for a
 * database that is away. Flyway could wait by itself, but not be stopped then.
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
