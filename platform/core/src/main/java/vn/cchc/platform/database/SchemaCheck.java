package vn.cchc.platform.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.hibernate.SessionFactory;

/** A service starts only if its tables are those of its entities. */
@ApplicationScoped
public class SchemaCheck {

    private final SessionFactory sessions;

    SchemaCheck(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Not by Hibernate's own setting: that would end the start where the database is away for a moment. */
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent started) {
        DatabaseAtStart.run(this::check);
    }

    /** @throws org.hibernate.tool.schema.spi.SchemaManagementException when a table or column is missing, or of another type */
    public void check() {
        sessions.getSchemaManager().validateMappedObjects();
    }
}
