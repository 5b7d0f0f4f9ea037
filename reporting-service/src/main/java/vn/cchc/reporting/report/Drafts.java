package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.narrative.Narrative;
import vn.cchc.reporting.regime.KnownRegimes;
import vn.cchc.reporting.regime.RegimeDays;
import vn.cchc.reporting.regime.Regimes;
import vn.cchc.reporting.regime.ReportingRegime;
import vn.cchc.reporting.regime.Section;

/** Operations on reports before approval: draft, edit. */
@ApplicationScoped
@Transactional
class Drafts {

    private final ReportRepository reports;
    private final ReportAccess access;
    private final ReportViews views;
    private final ReportContents contents;
    private final Regimes regimes;
    private final DueReports dueReports;
    private final WorkingCalendars calendars;
    private final Journal journal;
    private final Clock clock;

    Drafts(
            ReportRepository reports,
            ReportAccess access,
            ReportViews views,
            ReportContents contents,
            Regimes regimes,
            DueReports dueReports,
            WorkingCalendars calendars,
            Journal journal,
            Clock clock) {
        this.reports = reports;
        this.access = access;
        this.views = views;
        this.contents = contents;
        this.regimes = regimes;
        this.dueReports = dueReports;
        this.calendars = calendars;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Problem 409 when it already exists; 422 when it is not due or not prepared here */
    Report begin(DraftReport request, AuthorityScope scope, Caller who) {
        UUID authorityId = scope.own().orElseThrow();
        request.requireOneWay();
        DueReport due = (request.milestoneId() != null
                        ? dueReports.ofMilestone(authorityId, request.milestoneId())
                        : dueReports.ofPeriod(authorityId, request.regime(), request.period()))
                .orElseThrow(() -> notDue(request));
        ReportingRegime regime = due.regime().orElseThrow(Drafts::writtenElsewhere);
        if (due.milestone().isEmpty()) {
            throw withoutPlan();
        }
        if (regime.form().isEmpty()) {
            throw writtenElsewhere();
        }
        if (due.dueOn() == null || due.milestone().get().isWaived()) {
            throw Problem.unprocessable(
                    "report-not-due",
                    BilingualText.of(
                            "Kỳ báo cáo này chưa có hạn hoặc đã được miễn.",
                            "This report has no due day yet, or has been waived."));
        }
        if (reports.exists(due.authorityId(), regime.code(), due.period())) {
            throw alreadyBegun();
        }
        RegimeDays days = due.days().orElseThrow(Problem::notFound);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Report report = new Report(
                Ids.next(),
                due,
                regime.code(),
                days.from(),
                Report.CutOff.of(days, due.dueOn(), calendars.current()),
                now);
        try {
            reports.persistAndFlush(report);
        } catch (ConstraintViolationException e) {
            // A concurrent request created it.
            throw alreadyBegun();
        }
        journal.append(() -> ReportEvent.change(report, ReportTransition.DRAFT, who, null));
        return report;
    }

    private static Problem writtenElsewhere() {
        return Problem.unprocessable(
                "report-written-elsewhere",
                BilingualText.of(
                        "Báo cáo này không được lập tại đây: nộp sản phẩm tại mốc của kế hoạch.",
                        "This report is not written here: hand it in at the plan's milestone for it."));
    }

    private static Problem withoutPlan() {
        return Problem.unprocessable(
                "report-written-elsewhere",
                BilingualText.of(
                        "Báo cáo này do chế độ báo cáo quy định, không có trong kế hoạch: không được lập tại đây.",
                        "The regime asks for this report, and no plan does: it is not written here."));
    }

    private static Problem alreadyBegun() {
        return Problem.conflict(
                "report-exists",
                BilingualText.of(
                        "Báo cáo của kỳ này đã được lập.", "The report for this period has been begun already."));
    }

    private static Problem notDue(DraftReport request) {
        return Problem.unprocessable(
                "report-not-due",
                BilingualText.of("Kế hoạch không có kỳ báo cáo này.", "No plan asks for this report."),
                FieldFault.of(
                        request.milestoneId() != null ? "milestoneId" : "period",
                        "Không có báo cáo đến hạn tương ứng.",
                        "There is no such due report."));
    }

    /**
     * Writes the text of a section.
     *
     * @return the report with it, read in the same transaction: a concurrent change is not shown as this one's
     * @throws Problem 404, 403, 412, 428; 409 when it is not editable
     */
    ReportViews.Shown write(
            UUID id, ExpectedVersion expected, String code, String text, AuthorityScope scope, Caller who) {
        Report report = access.own(id, scope);
        KnownRegimes known = regimes.known();
        Section section = ReportContents.form(report, known).section(code).orElseThrow(Problem::notFound);
        requireOwnSection(report, section, scope);
        journal.requireOpen();
        expected.require(report.version());
        String proposal = new Narrative(contents.of(report, known)).propose(section);
        report.write(code, new WrittenSection(text, proposal, who.name(), OffsetDateTime.now(clock)));
        reports.flush();
        return views.one(report, scope);
    }

    private void requireOwnSection(Report report, Section section, AuthorityScope scope) {
        boolean own = scope.reachesAllUnits()
                || scope.unit()
                        .map(unit -> contents.isLedBy(section, unit, report))
                        .orElse(false);
        if (!own) {
            throw Problem.forbidden(BilingualText.of(
                    "Công chức chỉ sửa mục thuộc lĩnh vực do bộ phận mình chủ trì.",
                    "An officer writes the sections of areas in which the own unit leads a task."));
        }
    }
}
