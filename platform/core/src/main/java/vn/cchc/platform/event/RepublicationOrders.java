package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.time.TrainingClockConfig;
import vn.cchc.platform.time.VietnamTime;

/** Orders to republish history; {@link Republications} carries them out. */
@ApplicationScoped
@Transactional
class RepublicationOrders {

    /** Reads only both ends of the kind's index range; min and max might scan all kinds. */
    private static final String ORDER = """
            INSERT INTO republication (id, kind, from_day, first, next, last, sent, ordered_by, ordered_at, done_at)
            SELECT o.id, o.kind, o.from_day, coalesce(p.first, 1), coalesce(p.first, 1), coalesce(p.last, 0), 0,
                   o.ordered_by, o.ordered_at, CASE WHEN p.last IS NULL THEN o.ordered_at END
            FROM (VALUES (?::uuid, ?::text, ?::date, ?::text, ?::timestamptz, ?::bigint, ?::bigint))
                     o (id, kind, from_day, ordered_by, ordered_at, behind, up_to),
                 LATERAL (SELECT
                     (SELECT position FROM journal
                      WHERE (kind, position) > (o.kind, o.behind) AND (kind, position) <= (o.kind, o.up_to)
                      ORDER BY kind, position LIMIT 1) AS first,
                     (SELECT position FROM journal
                      WHERE (kind, position) > (o.kind, o.behind) AND (kind, position) <= (o.kind, o.up_to)
                      ORDER BY kind DESC, position DESC LIMIT 1) AS last) p""";

    private static final String COLUMNS =
            "id, kind, from_day, first, next, last, sent, last_error, ordered_by, ordered_at, done_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM republication";

    private static final String LAST_MARK_BEFORE = """
            SELECT position FROM journal
            WHERE (kind, position) > ('day', 0) AND (kind, position) < ('day', 9223372036854775807) AND occurred_at < ?
            ORDER BY kind DESC, position DESC LIMIT 1""";

    private static final String LAST_MARK_SENT = """
            SELECT position FROM journal j
            WHERE (kind, position) > ('day', 0) AND (kind, position) < ('day', 9223372036854775807)
            AND NOT EXISTS (SELECT 1 FROM journal_outbox o WHERE o.position = j.position)
            ORDER BY kind DESC, position DESC LIMIT 1""";

    private static final String FILTERS = "republications";

    private final EventConfig config;
    private final TrainingClockConfig training;
    private final PlainQueries queries;
    private final Clock systemClock;

    RepublicationOrders(
            EventConfig config, TrainingClockConfig training, PlainQueries queries, @SystemClock Clock systemClock) {
        this.config = config;
        this.training = training;
        this.queries = queries;
        this.systemClock = systemClock;
    }

    /**
     * Orders the republication of a kind of aggregate.
     *
     * @param from only changes that occurred on or after that day
     * @throws Problem 422 for a kind that this service does not own, or day marks from a day on
     */
    Republication order(String kind, Optional<LocalDate> from, String by) {
        boolean isMark = DayMark.KIND.equals(kind);
        List<String> owned = config.owned().orElse(List.of());
        if (!isMark && !owned.contains(kind)) {
            throw Problem.invalid(
                    "kind",
                    "Dịch vụ này không quản lý loại này.",
                    "This service owns: " + owned + ", and its day marks.");
        }
        if (isMark && from.isPresent()) {
            throw Problem.invalid(
                    "from",
                    "Dấu ngày chỉ gửi lại lần gần nhất, không theo ngày.",
                    "Of the day marks only the last one is sent again, whatever day it is of.");
        }
        long behind;
        long upTo;
        if (isMark) {
            // A mark still in the outbox is sent from there, after what it waits for.
            upTo = position(LAST_MARK_SENT);
            behind = Math.max(upTo - 1, 0);
        } else {
            upTo = Long.MAX_VALUE;
            behind = from.map(this::positionBefore).orElse(0L);
        }
        return rows(
                        ORDER + " RETURNING " + COLUMNS,
                        Ids.next(),
                        kind,
                        from.orElse(null),
                        by,
                        OffsetDateTime.now(systemClock),
                        behind,
                        upTo)
                .get(0);
    }

    /** @throws Problem 404 when there is none */
    Republication get(UUID id) {
        return rows(SELECT + " WHERE id = ?", id).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** A page, oldest first. */
    Page<Republication> list(Integer limit, String cursor) {
        return Page.read(
                limit,
                cursor,
                FILTERS,
                (after, atMost) -> rows(
                        SELECT + " WHERE id > ? ORDER BY id LIMIT ?",
                        after.map(last -> last.uuid(0)).orElse(new UUID(0, 0)),
                        atMost),
                order -> List.of(order.id()));
    }

    /**
     * A position before all changes of that day or later: that of a mark written a day before it began. Lets the relay
     * skip earlier changes. Not valid where business time may have been set back.
     */
    private long positionBefore(LocalDate day) {
        return training.enabled() ? 0 : position(LAST_MARK_BEFORE, VietnamTime.startOf(day.minusDays(1)));
    }

    /** 0 where there is none. */
    private long position(String query, Object... parameters) {
        return queries.list(query, List.of(parameters), row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    private List<Republication> rows(String sql, Object... parameters) {
        return queries.list(
                sql,
                Arrays.asList(parameters),
                row -> new Republication(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("from_day", LocalDate.class),
                        row.getLong("first"),
                        row.getLong("next"),
                        row.getLong("last"),
                        row.getLong("sent"),
                        row.getObject("done_at") != null,
                        row.getString("last_error"),
                        row.getString("ordered_by"),
                        local(row.getObject("ordered_at", OffsetDateTime.class)),
                        local(row.getObject("done_at", OffsetDateTime.class))));
    }

    private static OffsetDateTime local(OffsetDateTime time) {
        return time == null ? null : VietnamTime.local(time);
    }
}
