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
import java.sql.Types;
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
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.time.VietnamTime;

/** The time line of this service: its epochs, what a restore has lost, and how it goes on. */
@ApplicationScoped
class TimeLines {

    private static final String STATE = """
            SELECT epoch, marked_day, lost_since, void_after, collected, coalesce(told_epoch, epoch),
                   coalesce(told_position, 0)
            FROM time_line""";
    private static final String LOSS = """
            SELECT count(*), count(DISTINCT (kind, id)), min(occurred_at), max(occurred_at)
            FROM lost_change WHERE raised_by IS NULL""";
    private static final String EPOCHS = """
            SELECT epoch, void_after, changes, aggregates, raised_at, raised_by, reason FROM epoch ORDER BY epoch DESC""";
    private static final String LOST = """
            SELECT position, kind, id, authority_id, type, occurred_at, state FROM lost_change
            WHERE raised_by IS NOT DISTINCT FROM ? AND position > ? ORDER BY position LIMIT ?""";
    private static final String LAST_OF_EACH = """
            SELECT DISTINCT ON (kind, id) kind, id, authority_id, type, occurred_at, state FROM lost_change
            WHERE raised_by IS NULL ORDER BY kind, id, epoch DESC, sequence DESC""";
    private static final String OPEN = """
            UPDATE time_line SET epoch = ?, lost_since = NULL, void_after = NULL, collected = false, told_epoch = NULL,
                                 told_position = NULL""";
    private static final String SETTLE = "UPDATE lost_change SET raised_by = ? WHERE raised_by IS NULL";
    private static final String REMEMBER = """
            INSERT INTO epoch (epoch, void_after, changes, aggregates, raised_at, raised_by, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    /** Whoever records at this moment ends before. */
    private static final String LOCK_OUT =
            "SELECT pg_advisory_xact_lock(1668441443, day) FROM generate_series(0, 15) AS day";

    /** As much as there is to be moved and read: an operator waits for it. */
    private static final String AS_LONG_AS_IT_TAKES = "SET LOCAL statement_timeout = 0";

    private static final String LAST_POSITION = "SELECT coalesce(max(position), 0) FROM journal";
    private static final String SENT_TO =
            "SELECT coalesce(min(position) - 1, 9223372036854775807) FROM journal_outbox WHERE last_error IS NULL";
    private static final String GO_ON_BEHIND = """
            SELECT setval(pg_get_serial_sequence('journal', 'position'),
                          greatest((SELECT coalesce(max(position), 1) FROM journal), ?))""";
    private static final String BEGIN_EPOCH = """
            WITH begun AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, actor,
                                     actor_name, reason)
                VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?::json, ?, ?, ?) RETURNING position)
            INSERT INTO journal_outbox (position) SELECT position FROM begun""";

    /**
     * All that is behind the position from which on nothing that was told holds comes behind the beginning of the epoch, as changes of
     * it, whether it had been sent or not. Beginnings of epochs that are still to be sent stay where they are.
     */
    private static final String TELL_ANEW = """
            WITH old AS (DELETE FROM journal WHERE position > ? AND position <= ? AND kind <> 'epoch' RETURNING *),
                 unsent AS (DELETE FROM journal_outbox WHERE position IN (SELECT position FROM old)),
                 moved AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, detail,
                                     actor, actor_name, reason, reconstructed)
                SELECT kind, id, ?, row_number() OVER (PARTITION BY kind, id ORDER BY position), type, occurred_at, recorded_at,
                       authority_id, state, detail, actor, actor_name, reason, reconstructed
                FROM old ORDER BY position
                RETURNING position)
            INSERT INTO journal_outbox (position) SELECT position FROM moved""";

    private final EntityManager entities;
    private final OutboxRelay relay;
    private final List<LossHandler> handlers;
    private final DatabaseProbe database;
    private final Clock clock;
    private final Clock systemClock;
    private final String service;
    private final UUID id;

    TimeLines(
            EntityManager entities,
            OutboxRelay relay,
            @All List<LossHandler> handlers,
            DatabaseProbe database,
            Clock clock,
            @SystemClock Clock systemClock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.entities = entities;
        this.relay = relay;
        this.handlers = handlers;
        this.database = database;
        this.clock = clock;
        this.systemClock = systemClock;
        this.service = service;
        this.id = UuidCreator.getNameBasedSha1(UuidCreator.NAMESPACE_URL.getValue(), "/" + service + "/epoch");
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

    /**
     * @param toldEpoch the highest epoch that the topics tell of
     * @param toldPosition the highest position that they tell of
     */
    private record State(
            int epoch,
            LocalDate markedDay,
            OffsetDateTime lostSince,
            long voidAfter,
            boolean collected,
            int toldEpoch,
            long toldPosition) {}

    private record Sum(long changes, long aggregates, OffsetDateTime from, OffsetDateTime to) {}

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
                statement.setObject(1, epoch == 0 ? null : epoch, Types.INTEGER);
                statement.setLong(2, after);
                statement.setInt(3, atMost);
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
        run(connection -> {
            execute(connection, AS_LONG_AS_IT_TAKES);
            return execute(connection, LOCK_OUT);
        });
        State state = run(connection -> state(connection, " FOR UPDATE"));
        if (state.lostSince() == null) {
            throw Problem.conflict(
                    "nothing-lost",
                    BilingualText.of(
                            "Không có gì bị mất.",
                            "The journal has all that was sent: there is nothing to raise it for."));
        }
        if (!state.collected()) {
            throw Problem.conflict(
                    "loss-not-known",
                    BilingualText.of(
                            "Đang đọc lại những gì bị mất từ các topic: hãy thử lại sau.",
                            "What is lost is still read from the topics: try again later."));
        }
        Sum sum = run(TimeLines::sum);
        int epoch = Math.max(state.epoch(), state.toldEpoch()) + 1;
        List<LostChange> lost = run(connection -> lastOfEach(connection, epoch));
        handlers.forEach(handler -> handler.lost(lost));
        entities.flush();
        run(connection -> begin(connection, state, sum, epoch, reason, who));
        ETags.inEpoch(epoch);
        relay.wake();
    }

    private int begin(Connection connection, State state, Sum sum, int epoch, String reason, Caller who)
            throws SQLException {
        long last = number(connection, LAST_POSITION);
        long voidAfter = Math.min(state.voidAfter(), number(connection, SENT_TO));
        update(connection, OPEN, epoch);
        update(connection, SETTLE, epoch);
        update(
                connection,
                REMEMBER,
                epoch,
                voidAfter,
                sum.changes(),
                sum.aggregates(),
                OffsetDateTime.now(systemClock),
                who.name(),
                reason);
        try (PreparedStatement statement = connection.prepareStatement(GO_ON_BEHIND)) {
            statement.setLong(1, state.toldPosition());
            statement.execute();
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<UUID> withheld = DayMarks.withheldBy(connection, service);
        // Epochs of which only what is lost knew have begun too: who hears of one has to have heard of all before.
        for (int each = state.epoch() + 1; each <= epoch; each++) {
            update(
                    connection,
                    BEGIN_EPOCH,
                    EpochRaised.KIND,
                    id,
                    each,
                    EpochRaised.TYPE,
                    now,
                    now,
                    Change.NO_AUTHORITY,
                    EventJson.write(new EpochRaised(
                            service, each, voidAfter, Optional.ofNullable(state.markedDay()), Optional.of(withheld))),
                    who.subject(),
                    who.name(),
                    reason);
        }
        return update(connection, TELL_ANEW, voidAfter, last, epoch);
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.execute();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
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
                    row.getBoolean(5),
                    row.getInt(6),
                    row.getLong(7));
        }
    }

    private static Sum sum(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOSS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Sum(row.getLong(1), row.getLong(2), local(row, 3), local(row, 4));
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
