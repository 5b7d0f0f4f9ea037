package vn.cchc.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.time.VietnamTime;

/** State of aggregates at the end of a day: the last event of each up to then, in the publisher's order. */
@ApplicationScoped
public class HeardVersions {

    /** An aggregate's first record is its first event, of whatever type. */
    private static final String FEEDBACK = """
            SELECT last.id, last.version, last.occurred_at, last.state, first.recorded_at
            FROM (SELECT DISTINCT ON (id) id, (state ->> 'version')::bigint AS version, occurred_at, state FROM heard
                  WHERE authority_id = ? AND kind = 'feedback' AND occurred_at >= ? AND occurred_at < ? AND recorded_at < ?
                  ORDER BY id, epoch DESC, sequence DESC) last
            CROSS JOIN LATERAL (SELECT recorded_at FROM heard h WHERE h.kind = 'feedback' AND h.id = last.id
                                ORDER BY h.epoch, h.sequence LIMIT 1) first""";

    private static final String OF_PLAN = """
            SELECT DISTINCT ON (id) id, (state ->> 'version')::bigint, occurred_at, state, NULL::timestamptz FROM heard
            WHERE state ->> 'planId' = ? AND kind = ? AND occurred_at < ?
            ORDER BY id, epoch DESC, sequence DESC""";
    private static final String LATEST = """
            SELECT id, (state ->> 'version')::bigint, occurred_at, state, NULL::timestamptz FROM heard
            WHERE kind = ? AND id = ? ORDER BY occurred_at < ? DESC, epoch DESC, sequence DESC LIMIT 1""";

    private final PlainQueries queries;

    HeardVersions(PlainQueries queries) {
        this.queries = queries;
    }

    /**
     * Feedback of an authority with events between two days, as at the end of the latter: occurred and recorded by
     * then.
     *
     * @param from lower bound; the feedback counted has no earlier events
     */
    public List<HeardVersion<FeedbackState>> feedback(UUID authorityId, LocalDate from, LocalDate until) {
        OffsetDateTime end = VietnamTime.startOf(until.plusDays(1));
        return query(FEEDBACK, FeedbackState.class, authorityId, VietnamTime.startOf(from), end, end);
    }

    public List<HeardVersion<TaskState>> tasks(UUID planId, LocalDate until) {
        return query(OF_PLAN, TaskState.class, planId.toString(), "task", VietnamTime.startOf(until.plusDays(1)));
    }

    /**
     * Milestones of a plan. One derived from another service's event takes that event's time, even if recorded later. A
     * report's task figures therefore agree with its feedback figures.
     */
    public List<HeardVersion<MilestoneState>> milestones(UUID planId, LocalDate until) {
        return query(
                OF_PLAN, MilestoneState.class, planId.toString(), "milestone", VietnamTime.startOf(until.plusDays(1)));
    }

    public List<HeardVersion<TargetReadingState>> targetReadings(UUID planId, LocalDate until) {
        return query(
                OF_PLAN,
                TargetReadingState.class,
                planId.toString(),
                "target-reading",
                VietnamTime.startOf(until.plusDays(1)));
    }

    /** The plan as at the end of a day; its current state if unknown then. */
    public Optional<PlanState> plan(UUID planId, LocalDate until) {
        return query(LATEST, PlanState.class, "plan", planId, VietnamTime.startOf(until.plusDays(1))).stream()
                .map(HeardVersion::state)
                .findFirst();
    }

    /** The authority with its name at the end of a day; with its current name if unknown then. */
    public Optional<AuthorityState> authority(UUID authorityId, LocalDate until) {
        return query(LATEST, AuthorityState.class, "authority", authorityId, VietnamTime.startOf(until.plusDays(1)))
                .stream()
                .map(HeardVersion::state)
                .findFirst();
    }

    private <T> List<HeardVersion<T>> query(String sql, Class<T> reader, Object... parameters) {
        return queries.list(sql, List.of(parameters), row -> version(row, reader));
    }

    private static <T> HeardVersion<T> version(ResultSet row, Class<T> reader) throws SQLException {
        OffsetDateTime firstRecordedAt = row.getObject(5, OffsetDateTime.class);
        return new HeardVersion<>(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class),
                firstRecordedAt == null ? null : VietnamTime.dayOf(firstRecordedAt),
                JsonColumns.read(row.getString(4), reader));
    }
}
