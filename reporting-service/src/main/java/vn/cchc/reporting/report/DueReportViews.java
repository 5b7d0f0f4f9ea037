package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.http.Page;
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
     * @throws Problem 404 when the authority is out of scope
     */
    Page<DueReportView> list(DueReports.Filter wanted, AuthorityScope scope, Integer limit, String cursor) {
        LocalDate today = LocalDate.now(clock);
        DueReports.Filter filter = wanted.withYear(today.getYear());
        WorkingCalendar calendar = calendars.current();
        return Page.read(
                        limit,
                        cursor,
                        filter.text(),
                        (after, atMost) -> dueReports.page(
                                filter,
                                ReportAccess.listed(Optional.ofNullable(filter.authority()), scope),
                                after.map(last -> new DueReports.After(last.date(0), last.uuid(1)))
                                        .orElse(DueReports.After.BEGINNING),
                                atMost),
                        due -> List.of(due.sortedBy(), due.id()))
                .map(due -> DueReportView.of(due, calendar, today));
    }
}
