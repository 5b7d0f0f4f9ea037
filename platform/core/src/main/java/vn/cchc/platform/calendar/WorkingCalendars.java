package vn.cchc.platform.calendar;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import vn.cchc.platform.database.DatabaseAtStart;

/** The table of working days in force in this service's database. */
@ApplicationScoped
public class WorkingCalendars {

    /** How long a replica may still count with the table before, after another one has been published. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final AgroalDataSource database;
    private volatile Current current;

    WorkingCalendars(AgroalDataSource database) {
        this.database = database;
    }

    /** Before anything else of the service starts: whatever counts days at start must find a table. */
    void addShippedTable(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
            throws SQLException {
        String body = ShippedTable.body();
        CalendarTable shipped = ShippedTable.read(body);
        DatabaseAtStart.call(() -> add(shipped, body));
    }

    private int add(CalendarTable shipped, String body) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO working_calendar (version, published_on, body) VALUES (?, ?, ?::jsonb)"
                                + " ON CONFLICT (version) DO NOTHING")) {
            insert.setString(1, shipped.version());
            insert.setObject(2, shipped.publishedOn());
            insert.setString(3, body);
            return insert.executeUpdate();
        }
    }

    /**
     * The calendar of the table published last. A table published while the service runs is in force here within a
     * minute. Cheap: reads the database at most once a minute.
     */
    public WorkingCalendar current() {
        Current known = current;
        if (known == null || known.isStale()) {
            known = new Current(read(), System.nanoTime());
            current = known;
        }
        return known.calendar();
    }

    /** Makes the next call read the database again, after a table has been published through this replica. */
    public void forget() {
        current = null;
    }

    private WorkingCalendar read() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT body FROM working_calendar ORDER BY published_on DESC, version DESC LIMIT 1");
                ResultSet found = select.executeQuery()) {
            if (!found.next()) {
                throw new IllegalStateException("There is no table of working days");
            }
            return WorkingCalendar.of(ShippedTable.read(found.getString(1)));
        } catch (SQLException e) {
            throw new IllegalStateException("The table of working days could not be read", e);
        }
    }

    private record Current(WorkingCalendar calendar, long readAtNanos) {

        boolean isStale() {
            return System.nanoTime() - readAtNanos > LOOK_AGAIN_AFTER.toNanos();
        }
    }
}
