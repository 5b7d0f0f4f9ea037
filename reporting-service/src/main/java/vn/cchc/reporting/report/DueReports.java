package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
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
    private static final String PAGE = SELECT + """
              AND s.authority_id = ANY(?) AND s.year = ? AND (CAST(? AS text) IS NULL OR g.code = ?)
              AND (CAST(? AS boolean) IS NULL OR (s.due_moved_from IS NOT NULL) = ?)
              AND (CAST(? AS boolean) IS NULL OR s.due_provisional = ?)
              AND (coalesce(s.due_on, make_date(s.year, 12, 31)), s.milestone_id) > (?, ?)
            ORDER BY sorted_by, s.milestone_id LIMIT ?""";
    private static final String OF_MILESTONE = SELECT + "AND s.authority_id = ? AND s.milestone_id = ?";
    private static final String OF_PERIOD = SELECT
            + "AND s.authority_id = ? AND g.code = ? AND s.period = ? ORDER BY sorted_by, s.milestone_id LIMIT 1";

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final UUID LOWEST = new UUID(0, 0);

    private final EntityManager entities;

    DueReports(EntityManager entities) {
        this.entities = entities;
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
        String regime = filter.regime().orElse(null);
        Boolean moved = filter.moved().orElse(null);
        Boolean provisional = filter.provisional().orElse(null);
        return query(
                PAGE,
                filter.authorities().toArray(UUID[]::new),
                filter.year(),
                regime,
                regime,
                moved,
                moved,
                provisional,
                provisional,
                after.map(cursor -> cursor.date(0)).orElse(BEGINNING),
                after.map(cursor -> cursor.uuid(1)).orElse(LOWEST),
                limit);
    }

    Optional<DueReport> ofMilestone(UUID authorityId, UUID milestoneId) {
        return query(OF_MILESTONE, authorityId, milestoneId).stream().findFirst();
    }

    Optional<DueReport> ofPeriod(UUID authorityId, String regime, String period) {
        return query(OF_PERIOD, authorityId, regime, period).stream().findFirst();
    }

    private List<DueReport> query(String sql, Object... parameters) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    if (parameters[i] instanceof UUID[] ids) {
                        statement.setArray(
                                i + 1,
                                connection.createArrayOf("uuid", Arrays.copyOf(ids, ids.length, Object[].class)));
                    } else {
                        statement.setObject(i + 1, parameters[i]);
                    }
                }
                List<DueReport> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(dueReport(row));
                    }
                }
                return found;
            }
        });
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
