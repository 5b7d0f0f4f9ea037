package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.reporting.regime.RegimeDays;
import vn.cchc.reporting.regime.ReportingPeriod;
import vn.cchc.reporting.regime.ReportingRegime;

/**
 * A report that is due, with its status.
 *
 * @param id of the milestone if a plan asks for it
 * @param period as named by the plan's schedule
 * @param known the parsed period; empty for an unknown kind of period
 * @param title what is asked for, as the plan words it
 * @param dueOn null while the plan sets no day
 * @param dueCalendar version of the working-day table that the day was counted with; null if unknown
 * @param dueProvisional whether the day depends on a year without a decided working-day table
 * @param dueMovedFrom the due day before the last recount; null if that did not move it
 * @param milestone the plan's milestone; empty if only the regime asks for it
 * @param regime empty if unknown to any regime
 * @param sortedBy the due day, or the end of the year
 * @param report empty until drafted here
 */
record DueReport(
        UUID id,
        UUID authorityId,
        String authorityName,
        int year,
        String period,
        Optional<ReportingPeriod> known,
        String title,
        LocalDate dueOn,
        LocalDate workOn,
        String dueCalendar,
        boolean dueProvisional,
        LocalDate dueMovedFrom,
        Optional<Milestone> milestone,
        Optional<ReportingRegime> regime,
        LocalDate sortedBy,
        Optional<Written> report) {

    /** Of a task of a plan, in characters; no other title is longer. */
    static final int LONGEST_TITLE = 1000;

    /**
     * Status from the plan's milestone; the only source for a report not written here.
     *
     * @param epoch with {@code sequence} the position of the event
     */
    record Milestone(
            UUID id, UUID planId, int epoch, long sequence, String state, LocalDate submittedOn, LocalDate acceptedOn) {

        boolean isWaived() {
            return "WAIVED".equals(state);
        }

        /**
         * The day of submission, once accepted by the leader; before acceptance the report has not left the authority.
         */
        LocalDate sentOn() {
            if (!"ACCEPTED".equals(state)) {
                return null;
            }
            return submittedOn == null ? acceptedOn : submittedOn;
        }
    }

    /** Status of a report drafted here. */
    record Written(
            UUID id,
            ReportState state,
            Report.CutOff cutOff,
            Integer number,
            LocalDate firstSentOn,
            LocalDate sentOn,
            LocalDate receivedOn,
            LocalDate returnedOn) {}

    /** Its days as set by the regime; empty if it sets none. */
    Optional<RegimeDays> days() {
        return known.flatMap(named -> regime.flatMap(asking -> asking.days(named)));
    }

    /** Whether it is prepared here: a plan asks for it, and its regime has a form and days for the period. */
    boolean isPreparedHere() {
        return regime.flatMap(ReportingRegime::form).isPresent() && milestone.isPresent() && days().isPresent();
    }

    boolean isWaived() {
        return report.isEmpty() && milestone.map(Milestone::isWaived).orElse(false);
    }

    /** The day it was first sent; null before. */
    LocalDate firstSentOn() {
        return report.isPresent()
                ? report.get().firstSentOn()
                : milestone.map(Milestone::sentOn).orElse(null);
    }
}
