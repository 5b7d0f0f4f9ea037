package vn.cchc.platform.database;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness: a replica without its database takes no requests. Answers at once, even while the database hangs. */
@Readiness
class DatabaseHealth implements HealthCheck {

    private final DatabaseProbe database;

    DatabaseHealth(DatabaseProbe database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(database.answers()).build();
    }
}
