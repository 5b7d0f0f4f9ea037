package vn.cchc.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.calendar.TableJson;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.recount.Recounts;

/**
 * Tables of working days for tests. The table in force is shared by all tests of a module: a test that changes it must
 * restore it.
 */
public final class TestCalendars {

    /** Beans that read the tables at the start of the service. */
    private static final List<Class<?>> AT_START = List.of(WorkingCalendars.class, Recounts.class);

    private TestCalendars() {}

    /** The program's table with one more day off; a year that it lacks gets the days off proposed for it. */
    public static CalendarTable withDayOff(String version, LocalDate day) {
        WorkingCalendar shipped = ShippedTable.calendar();
        CalendarTable.Year year = shipped.year(day.getYear());
        List<CalendarTable.Holiday> holidays = new ArrayList<>(year.holidays());
        holidays.add(new CalendarTable.Holiday(
                BilingualText.of("Ngày nghỉ thêm", "Another day off"),
                List.of(day),
                "test",
                CalendarTable.Confidence.HIGH));
        SortedMap<Integer, CalendarTable.Year> years =
                new TreeMap<>(shipped.table().years());
        years.put(day.getYear(), new CalendarTable.Year(holidays, year.swaps(), year.proposed()));
        return new CalendarTable(version, LocalDate.of(2026, 12, 1), years);
    }

    /**
     * Publishes a calendar event, as the owning service does.
     *
     * @param revision revision number; of two applied revisions the higher one is in force
     * @param state {@code PROPOSED}, {@code APPLIED} or {@code WITHDRAWN}
     * @param sequence of the event, from 1
     */
    public static void tell(UUID id, int revision, String state, CalendarTable table, long sequence) {
        TestEvents.publish("cchc.calendar", List.of(event(id, revision, state, table, sequence)));
    }

    /** The event for a revision of the program's table, not published. */
    public static TestEvents.Raw event(UUID id, int revision, String state, CalendarTable table, long sequence) {
        return event(id, revision, "VN-2026.1", state, table, sequence);
    }

    /** The event for a revision of any table, not published. */
    public static TestEvents.Raw event(
            UUID id, int revision, String baseVersion, String state, CalendarTable table, long sequence) {
        String body =
                """
                {"id": "%s", "authorityId": "00000000-0000-0000-0000-000000000000", "version": %d,
                 "occurredAt": "2027-12-28T08:00:00+07:00", "revision": %d, "state": "%s", "year": 2028,
                 "baseVersion": "%s", "tableVersion": "%s", "answerBy": "2027-12-28T08:10:00+07:00",
                 "table": %s}""".formatted(id, sequence, revision, state, baseVersion, table.version(), TableJson.write(table));
        String type = "vn.cchc.calendar." + state.toLowerCase(java.util.Locale.ROOT) + ".v1";
        return TestEvents.event(id, type, body, sequence);
    }

    /**
     * Waits for a service's counts for a revision of the calendar.
     *
     * @param topic topic of the service's counts
     * @param type suffix of the event type
     */
    public static JsonNode told(String topic, UUID id, String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> TestEvents.read(topic).stream()
                                .filter(event -> event.type().endsWith(type))
                                .map(SentEvent::json)
                                .filter(event ->
                                        event.path("calendarId").asText().equals(id.toString()))
                                .toList(),
                        events -> !events.isEmpty())
                .get(0);
    }

    /**
     * An SQL statement that inserts a table beside the program's, as administrators did before there were revisions.
     * For a database of that version.
     */
    public static String writtenByHand(CalendarTable table) {
        return Stream.of(ShippedTable.calendar().table(), table)
                .map(each -> "INSERT INTO working_calendar (version, published_on, body) VALUES ('%s', '%s', '%s');"
                        .formatted(
                                each.version(),
                                each.publishedOn(),
                                TableJson.write(each).replace("'", "''")))
                .collect(Collectors.joining());
    }

    /**
     * Copies the tables of a migrated schema, beside a program's table, to where the service reads them, and repeats
     * the service's start-up.
     *
     * @return whether open due days are then recounted with the program's table
     */
    public static boolean startWith(String schema) {
        run("INSERT INTO public.working_calendar SELECT * FROM " + schema + ".working_calendar ON CONFLICT DO NOTHING");
        run("INSERT INTO working_calendar (version, published_on, body) SELECT 'VN-2099.1', DATE '2099-01-01',"
                + " jsonb_set(jsonb_set(body, '{version}', '\"VN-2099.1\"'), '{publishedOn}', '\"2099-01-01\"')"
                + " FROM working_calendar WHERE version = 'VN-2026.1'");
        StartupEvent start = new StartupEvent();
        Arc.container().beanManager().resolveObserverMethods(start).stream()
                .filter(observer -> AT_START.stream()
                        .anyMatch(bean -> observer.getClass().getName().startsWith(bean.getName() + "_Observer_")))
                .sorted(Comparator.comparing(ObserverMethod::getPriority))
                .forEach(observer -> observer.notify(start));
        Arc.container().instance(WorkingCalendars.class).get().forget();
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM recount WHERE version = 'VN-2099.1'")) {
            row.next();
            return row.getInt(1) > 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Deletes all tables but the program's. */
    public static void restore() {
        run("DELETE FROM working_calendar WHERE version <> 'VN-2026.1'");
        Arc.container().instance(WorkingCalendars.class).get().forget();
    }

    private static void run(String sql) {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
