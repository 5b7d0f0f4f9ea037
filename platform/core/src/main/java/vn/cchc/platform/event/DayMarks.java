package vn.cchc.platform.event;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import vn.cchc.platform.database.DatabaseAtStart;
import vn.cchc.platform.time.VietnamTime;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;

/**
 * Publishes day marks (watermarks): when a business day has ended and no transaction of it is open or can begin, a mark
 * is journaled and sent to every partition of the service's topics, after all events of that day. A mark covers all
 * earlier days: one is enough after an outage of several.
 */
@ApplicationScoped
class DayMarks implements TimerHandler {

    private static final String KIND = "day-mark";

    /** Basis of the timer that checks whether the withheld authorities have changed since the day was marked. */
    private static final String AGAIN = "again";

    /** Interval of checking whether the upstream services have marked the day. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Interval of checking whether the withheld authorities have changed. */
    private static final Duration LATER = Duration.ofSeconds(20);

    private static final String LOCK = "SELECT pg_advisory_xact_lock(1668441443, ? & 15)";
    private static final String MARKED = "SELECT marked_day FROM time_line";
    private static final String MARKED_FOR_UPDATE = MARKED + " FOR UPDATE";
    private static final String BUSINESS_TIME = "SELECT business_time()";
    private static final String MARK = "UPDATE time_line SET marked_day = ?";
    /**
     * One index look-up per refused row, whatever size of the queue the planner assumes. Recount previews are
     * operators' figures and do not count.
     */
    private static final String WITHHELD = """
            SELECT DISTINCT coalesce(authority_id, '00000000-0000-0000-0000-000000000000') FROM dead_letter
            WHERE state IN ('OPEN', 'WAITING') AND topic NOT LIKE 'cchc.%-recount'
            UNION
            SELECT (SELECT j.authority_id FROM journal j WHERE j.position = o.position)
            FROM journal_outbox o WHERE o.last_error IS NOT NULL
            ORDER BY 1""";

    private static final String TOLD = """
            SELECT (SELECT array_agg(w::uuid ORDER BY w::uuid) FROM json_array_elements_text(state -> 'withheld') w)
            FROM journal WHERE kind = 'day' AND id = ? ORDER BY epoch DESC, sequence DESC LIMIT 1""";
    private static final String REACHED = """
            SELECT t.topic, count(h.topic), count(h.marked_day), min(h.marked_day) FROM unnest(?::text[]) t (topic)
            LEFT JOIN heard_to h ON h.topic = t.topic GROUP BY t.topic""";

    private final Journal journal;
    private final Timers timers;
    private final EntityManager entities;
    private final EventConfig config;
    private final String service;
    private final UUID id;

    DayMarks(
            Journal journal,
            Timers timers,
            EntityManager entities,
            EventConfig config,
            @ConfigProperty(name = "cchc.service") String service) {
        this.journal = journal;
        this.timers = timers;
        this.entities = entities;
        this.config = config;
        this.service = service;
        this.id = idOf(service);
    }

    /** Aggregate id of a service's marks in the journal. */
    private static UUID idOf(String service) {
        return UuidCreator.getNameBasedSha1(UuidCreator.NAMESPACE_URL.getValue(), "/" + service);
    }

    void start(@Observes StartupEvent started) {
        if (config.marks().enabled()) {
            DatabaseAtStart.run(() -> QuarkusTransaction.requiringNew().run(this::setFirst));
        }
    }

    private void setFirst() {
        LocalDate marked = run(DayMarks::marked);
        OffsetDateTime now = run(DayMarks::businessTime);
        setNext(marked == null ? VietnamTime.dayOf(now).minusDays(2) : marked);
    }

    /** Sets one timer for the day after the last mark, on whichever replica; it is done when that day is marked. */
    private void setNext(LocalDate marked) {
        LocalDate day = marked.plusDays(1);
        timers.set(new Timer(KIND, id, day.toString(), "", endOf(day)));
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return VietnamTime.startOf(day.plusDays(1));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
        return timer.basis().isEmpty() ? mark(timer, now) : tellAgain(timer, now);
    }

    private Optional<OffsetDateTime> mark(Timer timer, OffsetDateTime due) {
        OffsetDateTime now = stillAt(due);
        LocalDate marked = run(DayMarks::marked);
        Optional<LocalDate> reached =
                reached(VietnamTime.dayOf(now).minusDays(1)).filter(day -> marked == null || marked.isBefore(day));
        if (reached.isEmpty()) {
            return next(timer, marked, now);
        }
        LocalDate day = reached.get();
        run(connection -> {
            lock(connection, marked, day);
            return null;
        });
        // Waiting for the locks may have taken seconds: another replica may have marked days, or the clock may have
        // been set back. From here on, both wait for this transaction.
        LocalDate markedSince = run(DayMarks::hold);
        OffsetDateTime nowStill = stillAt(now);
        if (!Objects.equals(marked, markedSince) || nowStill.isBefore(endOf(day))) {
            return Optional.of(nowStill.plus(SOON));
        }
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MARK)) {
                statement.setObject(1, day);
                return statement.executeUpdate();
            }
        });
        tell(day, withheld(), nowStill);
        return next(timer, day, nowStill);
    }

    /** Business time, unless the training clock has been set back since; the database decides. */
    private OffsetDateTime stillAt(OffsetDateTime time) {
        OffsetDateTime now = run(DayMarks::businessTime);
        return now.isBefore(time) ? now : time;
    }

    /**
     * Next check: soon while the day of this timer is not marked, otherwise at the end of the day after the last mark.
     */
    private Optional<OffsetDateTime> next(Timer timer, LocalDate marked, OffsetDateTime now) {
        if (marked == null || marked.isBefore(LocalDate.parse(timer.step()))) {
            return Optional.of(now.plus(SOON));
        }
        setNext(marked);
        return Optional.empty();
    }

    /**
     * Publishes the last mark again when the withheld authorities have changed: a missing event arrived, a record
     * failed, or the broker permanently refused an event journaled before the mark. Repeated for as long as the mark is
     * the last one.
     */
    private Optional<OffsetDateTime> tellAgain(Timer timer, OffsetDateTime due) {
        // Serialises with a replica that marks the next day at the same moment: the last mark published is that of the
        // last day.
        LocalDate marked = run(DayMarks::hold);
        if (marked == null || !marked.toString().equals(timer.step())) {
            return Optional.empty();
        }
        OffsetDateTime now = stillAt(due);
        List<UUID> withheld = withheld();
        if (!withheld.equals(run(connection -> withheldBy(connection, service)))) {
            tell(marked, withheld, now);
        }
        return Optional.of(now.plus(LATER));
    }

    private void tell(LocalDate day, List<UUID> withheld, OffsetDateTime now) {
        journal.append(() -> new Change(
                DayMark.KIND,
                id,
                Change.NO_AUTHORITY,
                DayMark.TYPE,
                now,
                new DayMark(service, day, Optional.of(withheld)),
                null,
                new Actor(service, service),
                null));
        timers.set(new Timer(KIND, id, day.toString(), AGAIN, now.plus(LATER)));
    }

    /** The last day that may be marked; empty while an upstream service has marked none. */
    private Optional<LocalDate> reached(LocalDate ended) {
        List<String> topics = config.marks().after().orElse(List.of());
        if (topics.isEmpty()) {
            return Optional.of(ended);
        }
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REACHED)) {
                statement.setArray(1, connection.createArrayOf("text", topics.toArray()));
                LocalDate least = ended;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        if (row.getLong(2) == 0 || row.getLong(3) < row.getLong(2)) {
                            return Optional.empty();
                        }
                        LocalDate day = row.getObject(4, LocalDate.class);
                        least = day.isBefore(least) ? day : least;
                    }
                }
                return Optional.of(least);
            }
        });
    }

    /**
     * Waits until no transaction has a change of these days open. Each day has an advisory lock; days sixteen apart
     * share one.
     */
    private static void lock(Connection connection, LocalDate marked, LocalDate day) throws SQLException {
        // Changes that result from much older events may be open too. With more days to mark than there are locks, all
        // are taken, including today's: today's writers then wait briefly.
        LocalDate first = marked == null || marked.isBefore(day.minusDays(15)) ? day.minusDays(15) : marked.plusDays(1);
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            for (LocalDate each = first; !each.isAfter(day); each = each.plusDays(1)) {
                statement.setInt(
                        1, (int) (each.toEpochDay() - LocalDate.of(2000, 1, 1).toEpochDay()));
                statement.execute();
            }
        }
    }

    private static LocalDate marked(Connection connection) throws SQLException {
        return marked(connection, MARKED);
    }

    /** The same, locked until the transaction ends. Writers of changes do not wait for this lock. */
    private static LocalDate hold(Connection connection) throws SQLException {
        return marked(connection, MARKED_FOR_UPDATE);
    }

    private static LocalDate marked(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    private static OffsetDateTime businessTime(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BUSINESS_TIME);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return VietnamTime.local(row.getObject(1, OffsetDateTime.class));
        }
    }

    private List<UUID> withheld() {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(WITHHELD);
                    ResultSet row = statement.executeQuery()) {
                List<UUID> withheld = new ArrayList<>();
                while (row.next()) {
                    withheld.add(row.getObject(1, UUID.class));
                }
                return withheld;
            }
        });
    }

    /** The withheld authorities of a service's last mark. */
    static List<UUID> withheldBy(Connection connection, String service) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOLD)) {
            statement.setObject(1, idOf(service));
            try (ResultSet row = statement.executeQuery()) {
                Array told = row.next() ? row.getArray(1) : null;
                return told == null ? List.of() : List.of((UUID[]) told.getArray());
            }
        }
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
