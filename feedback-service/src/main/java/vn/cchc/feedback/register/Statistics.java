package vn.cchc.feedback.register;

import static vn.cchc.feedback.limit.HandlingLimit.dueAtSql;
import static vn.cchc.feedback.limit.HandlingLimit.endOfSql;
import static vn.cchc.feedback.limit.HandlingLimit.inTimeSql;
import static vn.cchc.feedback.limit.HandlingLimit.overdueSql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.Channel;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.VietnamTime;

/**
 * Counts feedback that arrived in a period, in its state at the period's end; definitions are in the README under "What
 * is counted". Feedback unchanged since then is counted from one index. For changed feedback the earlier state is read
 * from the journal. The cost therefore grows with later changes, not with the size of the journal.
 */
@ApplicationScoped
@Transactional
class Statistics {

    /** Maximum period in years; bounds the cost of the query. */
    private static final int LONGEST_YEARS = 10;

    /**
     * Feedback entered after the end of the period counts in its first state. A reconstructed state may lack the due
     * day; the present one is used then.
     */
    private static final String COUNTS = """
            WITH counted AS (
                SELECT f.channel,
                       coalesce(cast(past.state ->> 'answeredAt' AS timestamptz), f.answered_at) AS answered_at,
                       coalesce(past.state ->> 'state', f.state) AS state,
                       CASE WHEN past.state ->> 'dueOn' IS NULL THEN %8$s
                            ELSE coalesce(cast(past.state ->> 'dueAt' AS timestamptz), %9$s) END AS due_at,
                       CASE WHEN past.state IS NULL THEN f.paused_since
                            ELSE cast(past.state ->> 'pausedSince' AS date) END AS paused_since,
                       f.id IN (SELECT e.feedback_id FROM feedback_round e
                           WHERE e.authority_id = :authority AND NOT e.in_time AND e.reopened_at < :end) AS late_before
                FROM feedback f
                LEFT JOIN LATERAL (
                    SELECT j.state FROM journal j
                    WHERE f.changed_at >= :end AND j.kind = 'feedback' AND j.id = f.id
                    ORDER BY j.occurred_at < :end DESC,
                             CASE WHEN j.occurred_at < :end THEN - j.epoch ELSE j.epoch END,
                             CASE WHEN j.occurred_at < :end THEN - j.sequence ELSE j.sequence END
                    LIMIT 1) past ON true
                WHERE f.authority_id = :authority AND f.received_at >= :from AND f.received_at < :end
                      AND f.entered_at < :recordedBefore
            )
            SELECT channel, count(*),
                   count(*) FILTER (WHERE %1$s AND %2$s),
                   count(*) FILTER (WHERE %1$s AND NOT %2$s),
                   count(*) FILTER (WHERE %3$s),
                   count(*) FILTER (WHERE %3$s AND %4$s),
                   count(*) FILTER (WHERE %5$s),
                   count(*) FILTER (WHERE %6$s),
                   count(*) FILTER (WHERE %7$s)
            FROM counted GROUP BY channel ORDER BY channel""".formatted(
                    Outcome.ANSWERED.sql("state"),
                    "(" + inTimeSql("answered_at", "due_at") + " AND NOT late_before)",
                    Outcome.OPEN.sql("state"),
                    overdueSql("due_at", "paused_since", ":at"),
                    Outcome.REFUSED.sql("state"),
                    Outcome.REFERRED.sql("state"),
                    Outcome.WITHDRAWN.sql("state"),
                    dueAtSql("f.due_at", "f.due_on"),
                    endOfSql("cast(past.state ->> 'dueOn' AS date)"));

    /** Upper bound meaning no restriction. */
    private static final OffsetDateTime NEVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private final EntityManager entities;
    private final Clock clock;

    Statistics(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Counts the feedback that arrived in a period.
     *
     * @param scope the authorities that may be counted
     * @param wanted null for the own authority
     * @param to inclusive; a future day counts as today, up to now
     * @param recordedUpTo excludes feedback entered later
     * @throws Problem 404 when the authority is out of scope; 400, 422 for an invalid period
     */
    StatisticsView count(
            AuthorityScope scope, UUID wanted, LocalDate from, LocalDate to, Optional<LocalDate> recordedUpTo) {
        UUID authorityId = visible(scope, wanted);
        requirePeriod(from, to);
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = VietnamTime.dayOf(now);
        boolean over = to.isBefore(today);
        List<?> rows = entities.createNativeQuery(COUNTS, Object[].class)
                .setParameter("end", endOf(to))
                .setParameter("authority", authorityId)
                .setParameter("from", VietnamTime.startOf(from))
                .setParameter(
                        "recordedBefore", recordedUpTo.map(Statistics::endOf).orElse(NEVER))
                .setParameter("at", over ? endOf(to) : now)
                .getResultList();
        List<StatisticsView.OfChannel> byChannel =
                rows.stream().map(row -> ofChannel((Object[]) row)).toList();
        return new StatisticsView(
                authorityId,
                from,
                to,
                over ? to : today,
                recordedUpTo.orElse(null),
                StatisticsView.Counts.sum(
                        byChannel.stream().map(StatisticsView.OfChannel::counts).toList()),
                byChannel);
    }

    private static void requirePeriod(LocalDate from, LocalDate to) {
        if (from == null || to == null) {
            throw Problem.malformedParameter(from == null ? "from" : "to", "Phải có.", "Must be given.");
        }
        if (to.isBefore(from) || to.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw Problem.invalid(
                    "to",
                    "Phải từ ngày đầu kỳ trở đi, không quá 10 năm.",
                    "Must be on or after the first day, at most 10 years later.");
        }
    }

    private static UUID visible(AuthorityScope scope, UUID wanted) {
        if (wanted == null) {
            return scope.own()
                    .orElseThrow(() -> Problem.invalid(
                            "authority",
                            "Phải chọn cơ quan cấp dưới.",
                            "One of the authorities beneath must be given."));
        }
        scope.require(wanted);
        return wanted;
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return VietnamTime.startOf(day.plusDays(1));
    }

    private static StatisticsView.OfChannel ofChannel(Object[] row) {
        return new StatisticsView.OfChannel(
                Channel.valueOf((String) row[0]),
                StatisticsView.Counts.of(
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6]),
                        number(row[7]),
                        number(row[8])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
