package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/**
 * Public state of a report as published to {@code cchc.report}; see {@code contracts/events}. Unknown fields are null.
 */
record ReportEvent(
        UUID id,
        UUID authorityId,
        long version,
        OffsetDateTime occurredAt,
        UUID milestoneId,
        UUID planId,
        int year,
        String regime,
        String period,
        LocalDate periodFrom,
        LocalDate cutOff,
        String cutOffCalendar,
        boolean cutOffProvisional,
        LocalDate dueOn,
        String dueCalendar,
        boolean dueProvisional,
        LocalDate dueMovedFrom,
        ReportState state,
        int edition,
        Integer number,
        Integer numberYear,
        LocalDate approvedOn,
        LocalDate firstSentOn,
        LocalDate sentOn,
        LocalDate receivedOn,
        LocalDate returnedOn,
        Long feedbackAnswered,
        Long feedbackAnsweredInTime) {

    /** Aggregate kind in the journal. */
    static final String KIND = "report";

    /**
     * Journal entry of a change: new state, author and reason.
     *
     * @param reason may be null
     */
    static Change change(Report report, ReportTransition transition, Caller who, String reason) {
        return change(report, transition, Actor.of(who), reason);
    }

    /**
     * Journal entry for moved days of a draft or returned report, caused by an event of plan-service or another
     * working-day table.
     */
    static Change redated(Report report, String service, String reason) {
        return change(report, ReportTransition.REDATE, new Actor(service, service), reason);
    }

    private static Change change(Report report, ReportTransition transition, Actor by, String reason) {
        OffsetDateTime occurredAt =
                report.changedAt().atZoneSameInstant(VietnamTime.ZONE).toOffsetDateTime();
        return new Change(
                KIND,
                report.id(),
                report.authorityId(),
                transition.eventType(),
                occurredAt,
                new ReportEvent(
                        report.id(),
                        report.authorityId(),
                        report.version(),
                        occurredAt,
                        report.milestoneId(),
                        report.planId(),
                        report.year(),
                        report.regime(),
                        report.period(),
                        report.periodFrom(),
                        report.cutOff(),
                        report.cutOffCalendar(),
                        report.isCutOffProvisional(),
                        report.dueOn(),
                        report.dueCalendar().orElse(null),
                        report.isDueProvisional(),
                        report.dueMovedFrom().orElse(null),
                        report.state(),
                        report.edition(),
                        report.number().orElse(null),
                        report.numberYear().orElse(null),
                        report.approvedOn(),
                        report.firstSentOn(),
                        report.sentOn(),
                        report.receivedOn(),
                        report.returnedOn(),
                        report.feedbackAnswered(),
                        report.feedbackAnsweredInTime()),
                null,
                by,
                reason);
    }
}
