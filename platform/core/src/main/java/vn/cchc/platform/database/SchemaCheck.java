package vn.cchc.platform.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.hibernate.SessionFactory;

/** Schema validation: a service starts only if its tables match its entities. */
@ApplicationScoped
public class SchemaCheck {

    private final SessionFactory sessions;

    SchemaCheck(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Not by Hibernate's own setting, which would end the start when the database is briefly unavailable. */
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent started) {
        DatabaseAtStart.run(this::check);
    }

    /** @throws org.hibernate.tool.schema.spi.SchemaManagementException when a table or column is missing, or of another type */
    public void check() {
        sessions.getSchemaManager().validateMappedObjects();
    }
}
