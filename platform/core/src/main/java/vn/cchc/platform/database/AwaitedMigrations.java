package vn.cchc.platform.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * A replica that does not migrate itself waits while its schema is older than its program: it serves nothing, is not ready, and
 * says so. A newer schema is no obstacle, as each migration is safe under the version before.
 */
@ApplicationScoped
public class AwaitedMigrations {

    /** Before every observer that reads a table, of which {@link SchemaCheck} is the first. */
    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 2;

    private final Flyway flyway;
    private final boolean migratesItself;

    AwaitedMigrations(Flyway flyway, @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migratesItself) {
        this.flyway = flyway;
        this.migratesItself = migratesItself;
    }

    void atStart(@Observes @Priority(FIRST) StartupEvent started) throws SQLException {
        if (!migratesItself) {
            DatabaseAtStart.await(this::missing);
        }
    }

    /** The migrations that this program knows and the database lacks, in words for an operator; absent when there are none. */
    public Optional<String> missing() {
        MigrationInfo[] pending = flyway.info().pending();
        return pending.length == 0
                ? Optional.empty()
                : Optional.of(
                        "the schema of the database is older than this version. Run it with CCHC_MODE=migrate. Missing: "
                                + Arrays.stream(pending)
                                        .map(migration -> String.valueOf(migration.getVersion()))
                                        .collect(Collectors.joining(", ")));
    }
}
