package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.http.Cursor;
import vn.cchc.reporting.regime.CutOffRule;

/**
 * The reports that plans ask for: each period of a report schedule, and the fixed day of a task that a regime recognises by its
 * title. A schedule that no regime recognises is there too: what nobody has described is still owed.
 */
@ApplicationScoped
class DueReports {

    private static final String SELECT = """
            SELECT s.milestone_id, s.epoch, s.sequence, s.authority_id, coalesce(a.name, '') AS authority_name, s.plan_id, s.year, s.period,
                   t.title, s.due_on, s.work_on, s.due_calendar, s.due_provisional, s.due_moved_from,
                   s.state AS milestone_state, s.submitted_on, s.accepted_on,
                   g.code AS regime, g.name AS regime_name, g.cut_off_rule,
                   coalesce(s.due_on, make_date(s.year, 12, 31)) AS sorted_by,
                   p.id AS report_id, p.state AS report_state, p.cut_off, p.cut_off_calendar, p.cut_off_provisional, p.number,
                   p.first_sent_on, p.sent_on, p.received_on, p.returned_on
            FROM scheduled_milestone_now s
            JOIN task_now t ON t.id = s.task_id
            LEFT JOIN reporting_regime g ON t.title_folded LIKE g.task_title_pattern
                AND coalesce(s.due_on, make_date(s.year, 12, 31)) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')
            LEFT JOIN authority_now a ON a.id = s.authority_id
            LEFT JOIN report p ON p.authority_id = s.authority_id AND p.regime = g.code AND p.period = s.period
            WHERE (s.rule_kind = 'REPORT_SCHEDULE' OR g.code IS NOT NULL)
            """;
    private static final String BEHIND = """
             AND (coalesce(s.due_on, make_date(s.year, 12, 31)), s.milestone_id) > (?, ?)
            ORDER BY sorted_by, s.milestone_id LIMIT ?""";
    private static final String OF_MILESTONE = SELECT + "AND s.authority_id = ? AND s.milestone_id = ?";
    private static final String OF_PERIOD = SELECT
            + "AND s.authority_id = ? AND g.code = ? AND s.period = ? ORDER BY sorted_by, s.milestone_id LIMIT 1";

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final UUID LOWEST = new UUID(0, 0);

    private final PlainQueries queries;

    DueReports(PlainQueries queries) {
        this.queries = queries;
    }

    /** Which of them are listed. */
    record Filter(
            List<UUID> authorities,
            int year,
            Optional<String> regime,
            Optional<Boolean> moved,
            Optional<Boolean> provisional) {}

    /** By due day, then by id, after the cursor's position. */
    List<DueReport> page(Filter filter, Optional<Cursor> after, int limit) {
        StringBuilder query = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>();
        if (filter.authorities().size() == 1) {
            // Of one authority alone an index gives them in their order.
            query.append("AND s.authority_id = ?");
            parameters.add(filter.authorities().get(0));
        } else {
            query.append("AND s.authority_id = ANY(CAST(? AS uuid[]))");
            parameters.add(filter.authorities().stream().map(UUID::toString).toArray(String[]::new));
        }
        query.append(" AND s.year = ?");
        parameters.add(filter.year());
        filter.regime().ifPresent(regime -> {
            query.append(" AND g.code = ?");
            parameters.add(regime);
        });
        // Word for word as the indexes of the two have it.
        filter.moved().ifPresent(moved -> query.append(" AND s.due_moved_from IS " + (moved ? "NOT NULL" : "NULL")));
        filter.provisional()
                .ifPresent(provisional ->
                        query.append(provisional ? " AND s.due_provisional" : " AND NOT s.due_provisional"));
        parameters.add(after.map(cursor -> cursor.date(0)).orElse(BEGINNING));
        parameters.add(after.map(cursor -> cursor.uuid(1)).orElse(LOWEST));
        parameters.add(limit);
        return queries.list(query + BEHIND, parameters, DueReports::dueReport);
    }

    Optional<DueReport> ofMilestone(UUID authorityId, UUID milestoneId) {
        return one(OF_MILESTONE, authorityId, milestoneId);
    }

    Optional<DueReport> ofPeriod(UUID authorityId, String regime, String period) {
        return one(OF_PERIOD, authorityId, regime, period);
    }

    private Optional<DueReport> one(String sql, Object... parameters) {
        return queries.list(sql, List.of(parameters), DueReports::dueReport).stream()
                .findFirst();
    }

    private static DueReport dueReport(ResultSet row) throws SQLException {
        String regime = row.getString("regime");
        return new DueReport(
                row.getObject("milestone_id", UUID.class),
                row.getObject("authority_id", UUID.class),
                row.getString("authority_name"),
                row.getObject("plan_id", UUID.class),
                row.getInt("year"),
                row.getString("period"),
                row.getString("title"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("work_on", LocalDate.class),
                row.getString("due_calendar"),
                row.getBoolean("due_provisional"),
                row.getObject("due_moved_from", LocalDate.class),
                new DueReport.Milestone(
                        row.getInt("epoch"),
                        row.getLong("sequence"),
                        row.getString("milestone_state"),
                        row.getObject("submitted_on", LocalDate.class),
                        row.getObject("accepted_on", LocalDate.class)),
                regime == null ? Optional.empty() : Optional.of(new RegimeRef(regime, row.getString("regime_name"))),
                Optional.ofNullable(row.getString("cut_off_rule")).map(CutOffRule::valueOf),
                row.getObject("sorted_by", LocalDate.class),
                written(row));
    }

    private static Optional<DueReport.Written> written(ResultSet row) throws SQLException {
        UUID report = row.getObject("report_id", UUID.class);
        return report == null
                ? Optional.empty()
                : Optional.of(new DueReport.Written(
                        report,
                        ReportState.valueOf(row.getString("report_state")),
                        new Report.CutOff(
                                row.getObject("cut_off", LocalDate.class),
                                row.getString("cut_off_calendar"),
                                row.getBoolean("cut_off_provisional")),
                        row.getObject("number", Integer.class),
                        row.getObject("first_sent_on", LocalDate.class),
                        row.getObject("sent_on", LocalDate.class),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("returned_on", LocalDate.class)));
    }
}
