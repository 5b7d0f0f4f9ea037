package vn.cchc.platform.event;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.database.DatabaseAtStart;
import vn.cchc.platform.database.DatabaseProbe;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.Text;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.time.VietnamTime;

/** The time line of this service: its epochs, what a restore has lost, and how it goes on. */
@ApplicationScoped
class TimeLines {

    private static final String STATE = "SELECT epoch, marked_day, lost_since, void_after, collected FROM time_line";
    private static final String LOSS = """
            SELECT count(*), count(DISTINCT (kind, id)), min(occurred_at), max(occurred_at), coalesce(max(epoch), 0)
            FROM lost_change WHERE raised_by IS NULL""";
    private static final String EPOCHS = """
            SELECT epoch, void_after, changes, aggregates, raised_at, raised_by, reason FROM epoch ORDER BY epoch DESC""";
    private static final String LOST = """
            SELECT position, kind, id, authority_id, type, occurred_at, state FROM lost_change
            WHERE coalesce(raised_by, ?) = ? AND position > ? ORDER BY position LIMIT ?""";
    private static final String LAST_OF_EACH = """
            SELECT DISTINCT ON (kind, id) kind, id, authority_id, type, occurred_at, state FROM lost_change
            WHERE raised_by IS NULL ORDER BY kind, id, epoch DESC, sequence DESC""";
    private static final String OPEN = """
            UPDATE time_line SET epoch = ?, lost_since = NULL, void_after = NULL, collected = false""";
    private static final String SETTLE = "UPDATE lost_change SET raised_by = ? WHERE raised_by IS NULL";
    private static final String REMEMBER = """
            INSERT INTO epoch (epoch, void_after, changes, aggregates, raised_at, raised_by, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    /** What was never sent comes behind the beginning of the epoch, as changes of it. */
    private static final String MOVE_UNSENT = """
            WITH unsent AS (DELETE FROM journal_outbox WHERE position <= ? RETURNING position),
                 old AS (DELETE FROM journal WHERE position IN (SELECT position FROM unsent) RETURNING *),
                 moved AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, detail,
                                     actor, actor_name, reason, reconstructed)
                SELECT kind, id, ?, row_number() OVER (PARTITION BY kind, id ORDER BY position), type, occurred_at, recorded_at,
                       authority_id, state, detail, actor, actor_name, reason, reconstructed
                FROM old ORDER BY position
                RETURNING position)
            INSERT INTO journal_outbox (position) SELECT position FROM moved""";

    private static final String LAST_POSITION = "SELECT coalesce(max(position), 0) FROM journal";

    private final EntityManager entities;
    private final Journal journal;
    private final List<LossHandler> handlers;
    private final DatabaseProbe database;
    private final Clock clock;
    private final Clock systemClock;
    private final String service;

    TimeLines(
            EntityManager entities,
            Journal journal,
            @All List<LossHandler> handlers,
            DatabaseProbe database,
            Clock clock,
            @SystemClock Clock systemClock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.entities = entities;
        this.journal = journal;
        this.handlers = handlers;
        this.database = database;
        this.clock = clock;
        this.systemClock = systemClock;
        this.service = service;
    }

    /** Whatever has an entity tag says in which epoch it was shown. */
    void start(@Observes StartupEvent started) {
        DatabaseAtStart.run(this::showEpoch);
    }

    /** Another replica may have raised it. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        if (database.answers()) {
            showEpoch();
        }
    }

    @Transactional
    void showEpoch() {
        ETags.inEpoch(run(TimeLines::state).epoch());
    }

    private record State(int epoch, LocalDate markedDay, OffsetDateTime lostSince, long voidAfter, boolean collected) {}

    private record Sum(long changes, long aggregates, OffsetDateTime from, OffsetDateTime to, int epoch) {}

    TimeLineView view() {
        State state = run(TimeLines::state);
        Sum sum = run(TimeLines::sum);
        return new TimeLineView(
                state.epoch(),
                state.markedDay(),
                state.lostSince(),
                state.lostSince() == null || !state.collected()
                        ? null
                        : new TimeLineView.Loss(
                                state.voidAfter(), sum.changes(), sum.aggregates(), sum.from(), sum.to()),
                run(TimeLines::epochs));
    }

    /**
     * Lost changes in the order in which they happened.
     *
     * @param epoch the one that began without them; 0 for those that nobody has decided on
     */
    List<LostChangeView> lost(int epoch, long after, int atMost) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LOST)) {
                statement.setInt(1, 0);
                statement.setInt(2, epoch);
                statement.setLong(3, after);
                statement.setInt(4, atMost);
                List<LostChangeView> lost = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        lost.add(new LostChangeView(
                                row.getLong(1),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                VietnamTime.local(row.getObject(6, OffsetDateTime.class)),
                                EventJson.tree(row.getString(7))));
                    }
                }
                return lost;
            }
        });
    }

    /**
     * Begins the next epoch without what is lost: the service records again.
     *
     * @throws Problem 409 when nothing is lost, or while it is still read from the topics what
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void raise(String reason, Caller who) {
        State state = run(connection -> state(connection, " FOR UPDATE"));
        if (state.lostSince() == null) {
            throw Problem.conflict(
                    "nothing-lost",
                    Text.of(
                            "Không có gì bị mất.",
                            "The journal has all that was sent: there is nothing to raise it for."));
        }
        if (!state.collected()) {
            throw Problem.conflict(
                    "loss-not-known",
                    Text.of(
                            "Đang đọc lại những gì bị mất từ các topic: hãy thử lại sau.",
                            "What is lost is still read from the topics: try again later."));
        }
        Sum sum = run(TimeLines::sum);
        int epoch = Math.max(state.epoch(), sum.epoch()) + 1;
        List<LostChange> lost = run(connection -> lastOfEach(connection, epoch));
        handlers.forEach(handler -> handler.lost(lost));
        OffsetDateTime now = OffsetDateTime.now(clock);
        long last = run(connection -> {
            update(connection, OPEN, epoch);
            update(connection, SETTLE, epoch);
            update(
                    connection,
                    REMEMBER,
                    epoch,
                    state.voidAfter(),
                    sum.changes(),
                    sum.aggregates(),
                    OffsetDateTime.now(systemClock),
                    who.name(),
                    reason);
            try (PreparedStatement statement = connection.prepareStatement(LAST_POSITION);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
        journal.append(() -> new Change(
                EpochRaised.KIND,
                UuidCreator.getNameBasedSha1(UuidCreator.NAMESPACE_URL.getValue(), "/" + service + "/epoch"),
                Change.NO_AUTHORITY,
                EpochRaised.TYPE,
                now,
                new EpochRaised(service, epoch, state.voidAfter(), Optional.ofNullable(state.markedDay())),
                null,
                new Change.By(who.subject(), who.name()),
                reason));
        run(connection -> update(connection, MOVE_UNSENT, last, epoch));
        ETags.inEpoch(epoch);
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static State state(Connection connection) throws SQLException {
        return state(connection, "");
    }

    private static State state(Connection connection, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATE + lock);
                ResultSet row = statement.executeQuery()) {
            row.next();
            OffsetDateTime lostSince = row.getObject(3, OffsetDateTime.class);
            return new State(
                    row.getInt(1),
                    row.getObject(2, LocalDate.class),
                    lostSince == null ? null : VietnamTime.local(lostSince),
                    row.getLong(4),
                    row.getBoolean(5));
        }
    }

    private static Sum sum(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOSS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Sum(row.getLong(1), row.getLong(2), local(row, 3), local(row, 4), row.getInt(5));
        }
    }

    private static OffsetDateTime local(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : VietnamTime.local(time);
    }

    private static List<TimeLineView.EpochView> epochs(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EPOCHS);
                ResultSet row = statement.executeQuery()) {
            List<TimeLineView.EpochView> epochs = new ArrayList<>();
            while (row.next()) {
                epochs.add(new TimeLineView.EpochView(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        local(row, 5),
                        row.getString(6),
                        row.getString(7)));
            }
            return epochs;
        }
    }

    private static List<LostChange> lastOfEach(Connection connection, int epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_OF_EACH);
                ResultSet row = statement.executeQuery()) {
            List<LostChange> lost = new ArrayList<>();
            while (row.next()) {
                lost.add(new LostChange(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        local(row, 5),
                        EventJson.tree(row.getString(6)),
                        epoch));
            }
            return lost;
        }
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
