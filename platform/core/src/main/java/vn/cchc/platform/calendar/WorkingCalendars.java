package vn.cchc.platform.calendar;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.platform.database.DatabaseAtStart;

/** The tables of working days in this service's database. */
@ApplicationScoped
public class WorkingCalendars {

    private static final String ADD = """
            INSERT INTO working_calendar (version, published_on, body, revision) VALUES (?, ?, ?::jsonb, ?)
            ON CONFLICT (version) DO UPDATE SET lost = false
            WHERE working_calendar.lost AND working_calendar.body = excluded.body
            AND working_calendar.revision = excluded.revision""";
    private static final String IN_FORCE = """
            SELECT body FROM working_calendar WHERE NOT lost
            ORDER BY revision DESC, by_hand DESC, published_on DESC, version DESC LIMIT 1""";
    private static final String OF_PROGRAM = """
            SELECT body FROM working_calendar WHERE revision = 0 AND NOT by_hand
            ORDER BY published_on DESC, version DESC LIMIT 1""";
    private static final String LOSE =
            "UPDATE working_calendar SET lost = true WHERE version = ? AND revision = ? AND revision > 0";
    private static final String SAME =
            "SELECT 1 FROM working_calendar WHERE version = ? AND revision = ? AND body = ?::jsonb";
    private static final String NAMED = "SELECT body FROM working_calendar WHERE version = ?";

    /** Revision of packaged tables. */
    private static final int PROGRAM = 0;

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final Duration lookAgainAfter;
    private final Map<String, WorkingCalendar> named = new ConcurrentHashMap<>();

    /** Incremented when another table comes into force here; invalidates values read before. */
    private final AtomicInteger changes = new AtomicInteger();

    private volatile Remembered current;
    private volatile Remembered ofProgram;

    /**
     * @param lookAgainAfter maximum staleness: how long a replica may still use the former table after another replica
     *     has put a new one in force
     */
    WorkingCalendars(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "cchc.calendar.look-again-after", defaultValue = "1m") Duration lookAgainAfter) {
        this.database = database;
        this.transaction = transaction;
        this.lookAgainAfter = lookAgainAfter;
    }

    /** Runs before the rest of the start-up: whatever computes days then must find a table. */
    void addShippedTable(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
            throws SQLException {
        String body = ShippedTable.body();
        CalendarTable shipped = TableJson.read(body);
        DatabaseAtStart.call(() -> add(shipped, body, PROGRAM));
    }

    /**
     * Adds an administrator's table in the current transaction. It takes precedence over lower revisions, over tables
     * written by hand and over packaged ones.
     *
     * @param revision from 1
     * @throws IllegalArgumentException when another table has that version; versions are immutable
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(CalendarTable table, int revision) {
        try {
            String body = TableJson.write(table);
            if (add(table, body, revision) == 0 && !isThere(table.version(), revision, body)) {
                throw new IllegalArgumentException("There is another table of version " + table.version());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The table of working days could not be stored", e);
        }
        transaction.registerInterposedSynchronization(new Forget());
    }

    private int add(CalendarTable table, String body, int revision) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, table.version());
            insert.setObject(2, table.publishedOn());
            insert.setString(3, body);
            insert.setInt(4, revision);
            return insert.executeUpdate();
        }
    }

    /**
     * Takes a table out of force, from the current transaction on, because its owner lost it in a restore. The row is
     * kept, since due days computed with it name it. The owner may apply it again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lose(String version, int revision) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(LOSE)) {
            update.setString(1, version);
            update.setInt(2, revision);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The table of working days could not be put out of force", e);
        }
        transaction.registerInterposedSynchronization(new Forget());
    }

    private boolean isThere(String version, int revision, String body) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SAME)) {
            select.setString(1, version);
            select.setInt(2, revision);
            select.setString(3, body);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * The calendar of the table in force: the highest revision, else a table written by hand, else the packaged one
     * published last. A table applied through another replica is visible here within a minute. Cached: reads the
     * database at most once a minute.
     */
    public WorkingCalendar current() {
        Remembered known = current;
        if (isFresh(known)) {
            return known.calendar();
        }
        int before = changes.get();
        Remembered read = new Remembered(inForce(), System.nanoTime());
        current = before == changes.get() ? read : null;
        return read.calendar();
    }

    /** Invalidates the cache. */
    public void forget() {
        changes.incrementAndGet();
        current = null;
        ofProgram = null;
    }

    /** The calendar of the packaged table, whether in force or not; cached as {@link #current} is. */
    public WorkingCalendar ofProgram() {
        Remembered known = ofProgram;
        if (!isFresh(known)) {
            WorkingCalendar read = read(OF_PROGRAM, null)
                    .orElseThrow(() -> new IllegalStateException("There is no table of the program"));
            known = new Remembered(read, System.nanoTime());
            ofProgram = known;
        }
        return known.calendar();
    }

    private boolean isFresh(Remembered known) {
        return known != null && System.nanoTime() - known.readAtNanos() <= lookAgainAfter.toNanos();
    }

    /** The same, uncached. */
    public WorkingCalendar inForce() {
        return read(IN_FORCE, null).orElseThrow(() -> new IllegalStateException("There is no table of working days"));
    }

    /** The calendar of the table with that version, whether in force or not. */
    public Optional<WorkingCalendar> named(String version) {
        WorkingCalendar known = named.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<WorkingCalendar> read = read(NAMED, version);
        read.ifPresent(calendar -> named.put(version, calendar));
        return read;
    }

    private Optional<WorkingCalendar> read(String query, String version) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            if (version != null) {
                select.setString(1, version);
            }
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(WorkingCalendar.of(TableJson.read(found.getString(1))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The table of working days could not be read", e);
        }
    }

    private record Remembered(WorkingCalendar calendar, long readAtNanos) {}

    /** Invalidates after the end of the transaction; earlier, another request could cache the former table again. */
    private final class Forget implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            forget();
        }
    }
}
