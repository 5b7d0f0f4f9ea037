package vn.cchc.platform.recount;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.TableJson;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.database.DatabaseAtStart;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;

/**
 * Recomputes this service's open due days when the working days change, in batches, on any replica; progress is stored
 * in the database. The cost depends on the number of open due days, not on the stored total.
 *
 * <p>A replica may use the former table until its cache expires ({@code cchc.calendar.look-again-after}). The recount
 * must see what was computed with it, so it starts after a longer delay ({@code cchc.calendar.recount-after}).
 */
@ApplicationScoped
public class Recounts implements TimerHandler {

    private static final String KIND = "recount";

    /** Batch size, in due days: a concurrent change waits for the batch's locks, a fraction of a second. */
    static final int TOGETHER = 200;

    private static final Duration SOON = Duration.ofSeconds(1);

    /**
     * How long a preview waits for its base table. After that it compares with the table in force: a table written by
     * hand into one service's database never reaches the others.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Namespace of ids derived from packaged tables. */
    private static final UUID PROGRAM = UUID.fromString("5f6f2f5e-8f0c-5f0e-9f43-7d2c5a0f3f11");

    private static final String BEGIN = """
            INSERT INTO recount (calendar_id, stage, version, body, base_version, not_before)
            VALUES (?, ?, ?, ?::jsonb, ?, clock_timestamp() + ? * interval '1 millisecond') ON CONFLICT DO NOTHING""";
    private static final String END_PREVIEW =
            "UPDATE recount SET done = true WHERE calendar_id = ? AND stage = 'PREVIEW' AND NOT done";
    private static final String FORGET = "DELETE FROM recount WHERE calendar_id = ?";
    private static final String NEXT = """
            SELECT version, body, base_version, not_before <= clock_timestamp() AS ready,
                   clock_timestamp() < not_before + ? * interval '1 millisecond' AS patient,
                   EXISTS (SELECT FROM recount r WHERE r.stage = 'RECOUNT' AND NOT r.done) AS recounting,
                   after_authority_id, after_due_on, after_id, open, later, earlier, settled, passed_over
            FROM recount WHERE calendar_id = ? AND stage = ? AND NOT done FOR UPDATE""";
    private static final String PROGRESS = """
            UPDATE recount SET after_authority_id = ?, after_due_on = ?, after_id = ?, open = ?, later = ?, earlier = ?,
                               settled = ?, passed_over = ?, done = ?
            WHERE calendar_id = ? AND stage = ?""";

    /** The packaged table, where it is in force and has replaced another one. */
    private static final String NEW_OF_PROGRAM = """
            SELECT version FROM (SELECT version, revision, by_hand, count(*) OVER () AS tables FROM working_calendar
                                 WHERE NOT lost
                                 ORDER BY revision DESC, by_hand DESC, published_on DESC, version DESC LIMIT 1) c
            WHERE revision = 0 AND NOT by_hand AND tables > 1""";

    private final Instance<DueDays> dueDays;
    private final WorkingCalendars calendars;
    private final Timers timers;
    private final RecountFailures failures;
    private final EntityManager entities;
    private final Clock clock;
    private final Duration recountAfter;
    private final Duration recountAfterUpgrade;

    Recounts(
            Instance<DueDays> dueDays,
            WorkingCalendars calendars,
            Timers timers,
            RecountFailures failures,
            EntityManager entities,
            Clock clock,
            @ConfigProperty(name = "cchc.calendar.recount-after", defaultValue = "90s") Duration recountAfter,
            @ConfigProperty(name = "cchc.calendar.recount-after-upgrade", defaultValue = "1h")
                    Duration recountAfterUpgrade) {
        this.dueDays = dueDays;
        this.calendars = calendars;
        this.timers = timers;
        this.failures = failures;
        this.entities = entities;
        this.clock = clock;
        this.recountAfter = recountAfter;
        this.recountAfterUpgrade = recountAfterUpgrade;
    }

    /**
     * After {@link WorkingCalendars}, which adds the packaged table; delayed until no replica of the former version
     * runs.
     */
    void recountAfterUpgrade(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent start) {
        DatabaseAtStart.run(() -> QuarkusTransaction.requiringNew().run(() -> run(Recounts::newOfProgram)
                .ifPresent(version -> begin(
                        Ids.derived(PROGRAM, version), Stage.RECOUNT, version, null, null, recountAfterUpgrade))));
    }

    private static Optional<String> newOfProgram(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEW_OF_PROGRAM);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /**
     * Counts what a proposed table would move; once per revision. It waits up to five minutes until the base table is
     * in force here and open due days are counted with it.
     *
     * @param baseVersion of the table that the revision changes
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void preview(UUID calendarId, String baseVersion, CalendarTable proposed) {
        begin(calendarId, Stage.PREVIEW, proposed.version(), TableJson.write(proposed), baseVersion, Duration.ZERO);
    }

    /** Cancels a preview that is not complete. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endPreview(UUID calendarId) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(END_PREVIEW)) {
                statement.setObject(1, calendarId);
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Forgets that open due days were counted for a revision: its owner has lost it in a restore, and may propose and
     * apply it again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID calendarId) {
        // Lock order: the timer first, then the row of the recount, as a running count does.
        timers.forget(KIND, calendarId);
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.setObject(1, calendarId);
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Recomputes open due days with the table in force, which the table of this version has become; once per revision.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount(UUID calendarId, String version) {
        begin(calendarId, Stage.RECOUNT, version, null, null, recountAfter);
    }

    private void begin(UUID calendarId, Stage stage, String version, String body, String baseVersion, Duration wait) {
        if (dueDays.isUnsatisfied()) {
            return;
        }
        int begun = run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
                statement.setObject(1, calendarId);
                statement.setString(2, stage.name());
                statement.setString(3, version);
                statement.setString(4, body);
                statement.setString(5, baseVersion);
                statement.setLong(6, wait.toMillis());
                return statement.executeUpdate();
            }
        });
        if (begun > 0) {
            timers.set(new Timer(KIND, calendarId, stage.name(), "", OffsetDateTime.now(clock)));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Progress(
            String version,
            String body,
            String baseVersion,
            boolean ready,
            boolean patient,
            boolean recounting,
            DueDays.Place after,
            Moves moves) {

        boolean waits(Stage stage, WorkingCalendar inForce) {
            boolean isBase = baseVersion == null || baseVersion.equals(inForce.version());
            return !ready || (stage == Stage.PREVIEW && patient && (recounting || !isBase));
        }
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
        Stage stage = Stage.valueOf(timer.step());
        Optional<Progress> next = run(connection -> next(connection, timer.id(), stage));
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Progress progress = next.get();
        WorkingCalendar inForce = calendars.inForce();
        if (progress.waits(stage, inForce)) {
            return Optional.of(now.plus(SOON));
        }
        WorkingCalendar calendar =
                stage == Stage.PREVIEW ? WorkingCalendar.of(TableJson.read(progress.body())) : inForce;
        if (!calendar.version().equals(progress.version())) {
            // Another table has come into force meanwhile and has its own recount.
            end(timer, stage, progress, progress.after(), progress.moves(), calendar.version(), now);
            return Optional.empty();
        }
        int atMost = failures.atMost(timer.id());
        List<DueDays.Place> places = dueDays.get().next(progress.after(), atMost);
        Moves moves = progress.moves().plus(count(timer.id(), stage, calendar, places));
        boolean done = places.size() < atMost;
        DueDays.Place last = places.isEmpty() ? progress.after() : places.get(places.size() - 1);
        if (done) {
            end(timer, stage, progress, last, moves, null, now);
            return Optional.empty();
        }
        run(connection -> keep(connection, timer.id(), stage, last, moves, false));
        return Optional.of(now);
    }

    private void end(
            Timer timer,
            Stage stage,
            Progress progress,
            DueDays.Place last,
            Moves moves,
            String supersededBy,
            OffsetDateTime now) {
        run(connection -> keep(connection, timer.id(), stage, last, moves, true));
        failures.end(timer.id());
        dueDays.get().completed(new RecountResult(timer.id(), stage, progress.version(), moves, supersededBy, now));
    }

    /** A due day that cannot be computed is skipped after some tries, so that it does not block the others. */
    private Moves count(UUID calendarId, Stage stage, WorkingCalendar calendar, List<DueDays.Place> places) {
        try {
            List<DueDays.Place> wanted = failures.without(calendarId, places);
            Moves moves = Moves.passedOver(places.size() - wanted.size());
            if (!wanted.isEmpty()) {
                moves = moves.plus(
                        stage == Stage.PREVIEW
                                ? dueDays.get().preview(calendar, wanted)
                                : dueDays.get().recount(calendar, wanted));
            }
            entities.flush();
            failures.counted(calendarId, places.size());
            return moves;
        } catch (RuntimeException e) {
            if (!Outage.isTransient(e)) {
                failures.failed(calendarId, places, e);
            }
            throw e;
        }
    }

    private static Optional<Progress> next(Connection connection, UUID calendarId, Stage stage) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setLong(1, PATIENCE.toMillis());
            statement.setObject(2, calendarId);
            statement.setString(3, stage.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Progress(
                                row.getString("version"),
                                row.getString("body"),
                                row.getString("base_version"),
                                row.getBoolean("ready"),
                                row.getBoolean("patient"),
                                row.getBoolean("recounting"),
                                new DueDays.Place(
                                        row.getObject("after_authority_id", UUID.class),
                                        row.getObject("after_due_on", LocalDate.class),
                                        row.getObject("after_id", UUID.class)),
                                new Moves(
                                        row.getLong("open"),
                                        row.getLong("later"),
                                        row.getLong("earlier"),
                                        row.getLong("settled"),
                                        row.getLong("passed_over"))))
                        : Optional.empty();
            }
        }
    }

    private static int keep(
            Connection connection, UUID calendarId, Stage stage, DueDays.Place last, Moves moves, boolean done)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
            statement.setObject(1, last.authorityId());
            statement.setObject(2, last.dueOn());
            statement.setObject(3, last.id());
            statement.setLong(4, moves.open());
            statement.setLong(5, moves.later());
            statement.setLong(6, moves.earlier());
            statement.setLong(7, moves.settled());
            statement.setLong(8, moves.passedOver());
            statement.setBoolean(9, done);
            statement.setObject(10, calendarId);
            statement.setString(11, stage.name());
            return statement.executeUpdate();
        }
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
