package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;

/** Views of the reports that are due. */
@ApplicationScoped
class DueReportViews {

    private final DueReports dueReports;
    private final WorkingCalendars calendars;
    private final Clock clock;

    DueReportViews(DueReports dueReports, WorkingCalendars calendars, Clock clock) {
        this.dueReports = dueReports;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A page by due day.
     *
     * @param authority null for all in scope
     * @param year null for this one
     * @param regime null for all, as are the other filters
     * @throws Problem 404 when the authority is out of scope
     */
    Page<DueReportView> list(
            UUID authority,
            Integer year,
            String regime,
            Boolean moved,
            Boolean provisional,
            AuthorityScope scope,
            Integer limit,
            String cursor) {
        LocalDate today = LocalDate.now(clock);
        DueReports.Filter filter =
                new DueReports.Filter(authority, year == null ? today.getYear() : year, regime, moved, provisional);
        WorkingCalendar calendar = calendars.current();
        String filters = filter.text();
        int size = PageLimit.of(limit);
        return Page.of(
                dueReports.page(
                        filter,
                        ReportAccess.listed(Optional.ofNullable(authority), scope),
                        Cursor.decode(cursor, filters),
                        size + 1),
                size,
                due -> DueReportView.of(due, calendar, today),
                due -> Cursor.encode(filters, due.sortedBy(), due.id()));
    }
}
