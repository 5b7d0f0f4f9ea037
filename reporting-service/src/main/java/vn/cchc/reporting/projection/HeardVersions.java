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

/** What was so at the end of a day: of each aggregate the last event up to it, in the order of the service that tells it. */
@ApplicationScoped
public class HeardVersions {

    /** The day of the first record of an aggregate is that of the first event of it, whatever that told. */
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
     * Feedback of an authority that something was told of from one day to another, as it was at the end of the latter: what
     * occurred and was recorded by then.
     *
     * @param from what is counted was not told of before this day, so earlier events are left out
     */
    public List<HeardVersion<FeedbackState>> feedback(UUID authorityId, LocalDate from, LocalDate until) {
        OffsetDateTime end = VietnamTime.startOf(until.plusDays(1));
        return query(FEEDBACK, FeedbackState.class, authorityId, VietnamTime.startOf(from), end, end);
    }

    public List<HeardVersion<TaskState>> tasks(UUID planId, LocalDate until) {
        return query(OF_PLAN, TaskState.class, planId.toString(), "task", VietnamTime.startOf(until.plusDays(1)));
    }

    /**
     * Milestones of a plan. One that follows from what another service told became so when that did, although it was recorded
     * later: so that a report's figures of tasks agree with its figures of feedback.
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

    /** The plan as of the end of a day, or, when it was not known then, as it is now. */
    public Optional<PlanState> plan(UUID planId, LocalDate until) {
        return query(LATEST, PlanState.class, "plan", planId, VietnamTime.startOf(until.plusDays(1))).stream()
                .map(HeardVersion::state)
                .findFirst();
    }

    /** The authority with the name it had at the end of a day, or, when it was not known then, with its present one. */
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
