package vn.cchc.reporting.report;

import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.event.Voided;
import vn.cchc.platform.recount.DueDays;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.RecountReason;
import vn.cchc.platform.recount.RecountResult;
import vn.cchc.reporting.projection.Arrived;
import vn.cchc.reporting.projection.Lost;
import vn.cchc.reporting.regime.KnownRegimes;
import vn.cchc.reporting.regime.Regimes;

/**
 * Dates of editable reports. The due day follows the plan's milestone; the cut-off also follows the working-day table.
 * A returned report is owed again: its due day follows, but its cut-off stays, because its earlier editions were
 * counted by it. Approved reports keep their days. In a {@link vn.cchc.platform.recount.Recounts recount} the day of a
 * draft is its cut-off; its due day is the milestone's, which plan-service counts.
 */
@ApplicationScoped
class ReportDays implements DueDays {

    /** Journal kind of recounts; reported to plan-service on {@code cchc.report-recount}. */
    private static final String KIND = "report-recount";

    private final ReportRepository reports;
    private final DueReports dueReports;
    private final Regimes regimes;
    private final WorkingCalendars calendars;
    private final Journal journal;
    private final Clock clock;
    private final String service;

    ReportDays(
            ReportRepository reports,
            DueReports dueReports,
            Regimes regimes,
            WorkingCalendars calendars,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.reports = reports;
        this.dueReports = dueReports;
        this.regimes = regimes;
        this.calendars = calendars;
        this.journal = journal;
        this.clock = clock;
        this.service = service;
    }

    /** Applies a milestone's new days to its draft or returned report. */
    void arrived(@Observes Arrived arrived) {
        Set<UUID> milestones = arrived.events().stream()
                .filter(event -> event.kind().equals("milestone"))
                .map(IncomingEvent::aggregateId)
                .collect(Collectors.toSet());
        if (milestones.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        KnownRegimes known = regimes.known();
        reports.editableOf(milestones).forEach(report -> follow(report, known, now));
    }

    /**
     * Applies the remaining valid days of a milestone after a loss, unless the report already follows a newer event.
     */
    void lost(@Observes Lost lost) {
        if (!lost.kind().equals("milestone")) {
            return;
        }
        Map<UUID, Voided> milestones =
                lost.aggregates().stream().collect(Collectors.toMap(Voided::id, milestone -> milestone));
        OffsetDateTime now = OffsetDateTime.now(clock);
        KnownRegimes known = regimes.known();
        reports.editableOf(milestones.keySet()).forEach(report -> {
            report.unfollow(milestones.get(report.milestoneId()));
            follow(report, known, now);
        });
    }

    /** An event consumed between reading and inserting a new draft is applied by the next recount. */
    private void follow(Report report, KnownRegimes known, OffsetDateTime now) {
        dueReports
                .ofMilestone(report.authorityId(), report.milestoneId(), known)
                .filter(due -> due.dueOn() != null
                        && due.milestone().filter(report::isBehind).isPresent())
                .ifPresent(due -> follow(report, due, known, now));
    }

    private void follow(Report report, DueReport due, KnownRegimes known, OffsetDateTime now) {
        LocalDate dueBefore = report.dueOn();
        LocalDate cutOffBefore = report.cutOff();
        boolean isCountedAnew =
                due.dueCalendar() != null && !report.dueCalendar().equals(Optional.of(due.dueCalendar()));
        // A cut-off moved only by another table is left to the recount, which counts the moves.
        Report.CutOff cutOff = due.dueOn().equals(dueBefore) || !report.isDraft()
                ? report.asItIs()
                : cutOff(report, due.dueOn(), calendars.current(), known);
        if (report.follow(due, cutOff, isCountedAnew, now)) {
            ReportDayMessages messages = MessageBundles.get(ReportDayMessages.class);
            String dueDay = isCountedAnew
                    ? RecountReason.of(due.dueCalendar(), dueBefore, report.dueOn())
                    : messages.byMilestone(dueBefore, report.dueOn());
            String reason = messages.withCutOff(dueDay, cutOffBefore, report.cutOff());
            journal.append(() -> ReportEvent.redated(report, service, reason));
        }
    }

    @Override
    public List<Place> next(Place after, int atMost) {
        return reports.editable(after, atMost);
    }

    @Override
    public Moves preview(WorkingCalendar proposed, List<Place> places) {
        Moves moves = Moves.NONE;
        KnownRegimes known = regimes.known();
        for (Report report : reports.stillEditable(places, LockModeType.NONE)) {
            if (report.isDraft()) {
                moves = moves.plus(moves(report, cutOff(report, report.dueOn(), proposed, known)));
            }
        }
        return moves;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Moves recount(WorkingCalendar inForce, List<Place> places) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Moves moves = Moves.NONE;
        KnownRegimes known = regimes.known();
        for (Report report : reports.stillEditable(places, LockModeType.PESSIMISTIC_WRITE)) {
            follow(report, known, now);
            if (report.isDraft() && !report.cutOffCalendar().equals(inForce.version())) {
                LocalDate before = report.cutOff();
                Report.CutOff found = cutOff(report, report.dueOn(), inForce, known);
                moves = moves.plus(moves(report, found));
                if (report.recount(found, now)) {
                    journal.append(() -> ReportEvent.redated(
                            report, service, RecountReason.ofCutOff(inForce.version(), before, report.cutOff())));
                }
            }
        }
        return moves;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void completed(RecountResult result) {
        journal.append(() -> result.change(KIND, service));
    }

    private static Moves moves(Report report, Report.CutOff found) {
        return Moves.of(found.day().compareTo(report.cutOff()), report.isCutOffProvisional() && !found.provisional());
    }

    /** By the regime in force on that day; unchanged if none is in force or it has no rule for the period. */
    private static Report.CutOff cutOff(Report report, LocalDate dueOn, WorkingCalendar calendar, KnownRegimes known) {
        return known.find(report.regime(), dueOn)
                .flatMap(regime -> known.periods().period(report.period()).flatMap(regime::days))
                .map(days -> Report.CutOff.of(days, dueOn, calendar))
                .orElseGet(report::asItIs);
    }
}
