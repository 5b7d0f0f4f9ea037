package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.reporting.regime.RegimeDays;
import vn.cchc.reporting.regime.ReportingPeriod;
import vn.cchc.reporting.regime.ReportingRegime;

/**
 * A report that is due, with what has become of it.
 *
 * @param id of the milestone where a plan asks for it
 * @param period as the plan's schedule names it
 * @param known what that names; empty where there is no such kind of period
 * @param title what is asked for, as the plan words it
 * @param dueOn null while the plan names no day
 * @param dueCalendar version of the table of working days that the day was counted with; null where it is not known
 * @param dueProvisional whether the day rests on a year whose working days are not decided yet
 * @param dueMovedFrom the due day before the working days were last counted anew; null where it has not moved then
 * @param milestone the plan's own account of it; empty where the regime asks for it by itself
 * @param regime empty where no regime knows it
 * @param sortedBy the due day, or the end of the year
 * @param report empty until somebody has begun it here
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

    /**
     * What the plan's milestone tells: the only account there is of a report that is not written here.
     *
     * @param epoch with {@code sequence} the event that tells it
     */
    record Milestone(
            UUID id, UUID planId, int epoch, long sequence, String state, LocalDate submittedOn, LocalDate acceptedOn) {

        boolean isWaived() {
            return "WAIVED".equals(state);
        }

        /** The day it was handed in, once the leader has accepted it: until then it has not left the authority. */
        LocalDate sentOn() {
            if (!"ACCEPTED".equals(state)) {
                return null;
            }
            return submittedOn == null ? acceptedOn : submittedOn;
        }
    }

    /** What there is of the report. */
    record Written(
            UUID id,
            ReportState state,
            Report.CutOff cutOff,
            Integer number,
            LocalDate firstSentOn,
            LocalDate sentOn,
            LocalDate receivedOn,
            LocalDate returnedOn) {}

    /** Its days as the regime sets them; empty where it sets none. */
    Optional<RegimeDays> days() {
        return known.flatMap(named -> regime.flatMap(asking -> asking.days(named)));
    }

    /** Whether its text and figures are made here: in the form of its regime, of what its plan asks for. */
    boolean isPreparedHere() {
        return regime.flatMap(ReportingRegime::form).isPresent() && milestone.isPresent() && days().isPresent();
    }

    boolean isWaived() {
        return report.isEmpty() && milestone.map(Milestone::isWaived).orElse(false);
    }

    /** The day it was first sent; null until then. */
    LocalDate firstSentOn() {
        return report.isPresent()
                ? report.get().firstSentOn()
                : milestone.map(Milestone::sentOn).orElse(null);
    }
}
