package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.reporting.regime.KnownRegimes;
import vn.cchc.reporting.regime.Regimes;

/**
 * The reports that are due. Those asked for by plans are derived by the database from the projected tasks and
 * milestones.
 */
@ApplicationScoped
class DueReports {

    private static final String WITH_WHAT_BECAME_OF_IT = """
            SELECT d.*, coalesce(a.name, '') AS authority_name, p.id AS report_id, p.state AS report_state, p.cut_off,
                   p.cut_off_calendar, p.cut_off_provisional, p.number, p.first_sent_on, p.sent_on, p.received_on, p.returned_on
            FROM (%s) d
            LEFT JOIN authority_now a ON a.id = d.authority_id
            LEFT JOIN report p ON p.authority_id = d.authority_id AND p.regime = d.regime AND p.period = d.period
            ORDER BY d.sorted_by, d.id""";

    /** For one authority, and for everything beneath one, an index returns the rows in list order. */
    private static final String PAGE = """
            SELECT * FROM due_report WHERE %s = ? AND year = ?%s AND (sorted_by, id) > (?, ?)
            ORDER BY sorted_by, id LIMIT ?""";

    private static final String OF_MILESTONE =
            WITH_WHAT_BECAME_OF_IT.formatted("SELECT * FROM due_report WHERE authority_id = ? AND milestone_id = ?");

    /** Reports asked for by a plan come first; only these can be written here. */
    private static final String OF_PERIOD = WITH_WHAT_BECAME_OF_IT.formatted("""
            SELECT * FROM due_report WHERE authority_id = ? AND regime = ? AND period = ?
            ORDER BY milestone_id IS NULL, sorted_by, id LIMIT 1""");

    private final PlainQueries queries;
    private final Regimes regimes;

    DueReports(PlainQueries queries, Regimes regimes) {
        this.queries = queries;
        this.regimes = regimes;
    }

    /**
     * Filters of a list; null does not restrict.
     *
     * @param year null for the present one
     */
    record Filter(UUID authority, Integer year, String regime, Boolean moved, Boolean provisional) {

        Filter withYear(int present) {
            return year == null ? new Filter(authority, present, regime, moved, provisional) : this;
        }

        /** Equal for equal filters; part of a cursor. */
        String text() {
            return "due-reports " + authority + year + regime + " " + moved + " " + provisional;
        }

        /** Must match the predicates of the two partial indexes literally. */
        private String conditions() {
            return (regime == null ? "" : " AND regime = ?")
                    + (moved == null ? "" : " AND due_moved_from IS " + (moved ? "NOT NULL" : "NULL"))
                    + (provisional == null ? "" : provisional ? " AND due_provisional" : " AND NOT due_provisional");
        }
    }

    /** The last row of the page before. */
    record After(LocalDate sortedBy, UUID id) {

        static final After BEGINNING = new After(LocalDate.of(1, 1, 1), new UUID(0, 0));
    }

    /**
     * A page by due day, then id.
     *
     * @param parts the authorities that the filter leaves of those in scope
     */
    List<DueReport> page(Filter filter, List<Reached> parts, After after, int limit) {
        KnownRegimes known = regimes.known();
        return Reached.first(
                limit,
                parts,
                Comparator.comparing(DueReport::sortedBy).thenComparing(DueReport::id, Reached.BY_ID),
                part -> list(
                        WITH_WHAT_BECAME_OF_IT.formatted(PAGE.formatted(part.sql(), filter.conditions())),
                        parameters(part, filter, after, limit),
                        known));
    }

    private static List<Object> parameters(Reached part, Filter filter, After after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(part.authority(), filter.year()));
        Optional.ofNullable(filter.regime()).ifPresent(parameters::add);
        parameters.add(after.sortedBy());
        parameters.add(after.id());
        parameters.add(limit);
        return parameters;
    }

    Optional<DueReport> ofMilestone(UUID authorityId, UUID milestoneId) {
        return ofMilestone(authorityId, milestoneId, regimes.known());
    }

    /** As {@code ofMilestone} without regimes, for callers with several look-ups. */
    Optional<DueReport> ofMilestone(UUID authorityId, UUID milestoneId, KnownRegimes known) {
        return list(OF_MILESTONE, List.of(authorityId, milestoneId), known).stream()
                .findFirst();
    }

    Optional<DueReport> ofPeriod(UUID authorityId, String regime, String period) {
        return list(OF_PERIOD, List.of(authorityId, regime, period), regimes.known()).stream()
                .findFirst();
    }

    private List<DueReport> list(String sql, List<?> parameters, KnownRegimes known) {
        return queries.list(sql, parameters, row -> dueReport(row, known));
    }

    private static DueReport dueReport(ResultSet row, KnownRegimes known) throws SQLException {
        String regime = row.getString("regime");
        String period = row.getString("period");
        LocalDate sortedBy = row.getObject("sorted_by", LocalDate.class);
        return new DueReport(
                row.getObject("id", UUID.class),
                row.getObject("authority_id", UUID.class),
                row.getString("authority_name"),
                row.getInt("year"),
                period,
                known.periods().period(period),
                row.getString("title"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("work_on", LocalDate.class),
                row.getString("due_calendar"),
                row.getBoolean("due_provisional"),
                row.getObject("due_moved_from", LocalDate.class),
                milestone(row),
                regime == null ? Optional.empty() : known.find(regime, sortedBy),
                sortedBy,
                written(row));
    }

    private static Optional<DueReport.Milestone> milestone(ResultSet row) throws SQLException {
        UUID milestone = row.getObject("milestone_id", UUID.class);
        return milestone == null
                ? Optional.empty()
                : Optional.of(new DueReport.Milestone(
                        milestone,
                        row.getObject("plan_id", UUID.class),
                        row.getInt("milestone_epoch"),
                        row.getLong("milestone_sequence"),
                        row.getString("milestone_state"),
                        row.getObject("submitted_on", LocalDate.class),
                        row.getObject("accepted_on", LocalDate.class)));
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
