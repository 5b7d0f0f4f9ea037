package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A report that a plan's schedule asks for, with what has become of it.
 *
 * @param dueOn null while the schedule names no day
 * @param milestoneState state of the plan's milestone for it
 * @param report empty until somebody has begun it
 */
record DueReport(
        UUID milestoneId,
        UUID authorityId,
        String authorityName,
        UUID planId,
        int year,
        String period,
        LocalDate dueOn,
        LocalDate workOn,
        String milestoneState,
        String regime,
        String regimeName,
        LocalDate sortedBy,
        Optional<Written> report) {

    /** What there is of the report. */
    record Written(
            UUID id,
            ReportState state,
            Integer number,
            LocalDate firstSentOn,
            LocalDate sentOn,
            LocalDate receivedOn,
            LocalDate returnedOn) {}
}
