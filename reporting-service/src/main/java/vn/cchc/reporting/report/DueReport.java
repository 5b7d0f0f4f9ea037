package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.reporting.regime.CutOffRule;

/**
 * A report that a plan asks for, with what has become of it.
 *
 * @param title what is asked for, as the plan words it
 * @param dueOn null while the plan names no day
 * @param dueCalendar version of the table of working days that the day was counted with; null where it is not known
 * @param dueProvisional whether the day rests on a year whose working days are not decided yet
 * @param dueMovedFrom the due day before the working days were last counted anew; null where it has not moved then
 * @param milestone the plan's own account of it
 * @param regime empty where no regime recognises the task
 * @param cutOffRule empty where the report is not written here
 * @param sortedBy the due day, or the end of the year
 * @param report empty until somebody has begun it here
 */
record DueReport(
        UUID milestoneId,
        UUID authorityId,
        String authorityName,
        UUID planId,
        int year,
        String period,
        String title,
        LocalDate dueOn,
        LocalDate workOn,
        String dueCalendar,
        boolean dueProvisional,
        LocalDate dueMovedFrom,
        Milestone milestone,
        Optional<RegimeRef> regime,
        Optional<CutOffRule> cutOffRule,
        LocalDate sortedBy,
        Optional<Written> report) {

    /**
     * What the plan's milestone tells: the only account there is of a report that is not written here.
     *
     * @param epoch with {@code sequence} the event that tells it
     */
    record Milestone(int epoch, long sequence, String state, LocalDate submittedOn, LocalDate acceptedOn) {

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

    /** Whether its text and figures are made here. */
    boolean isPreparedHere() {
        return cutOffRule.isPresent();
    }

    boolean isWaived() {
        return report.isEmpty() && milestone.isWaived();
    }

    /** The day it was first sent; null until then. */
    LocalDate firstSentOn() {
        return report.isPresent() ? report.get().firstSentOn() : milestone.sentOn();
    }
}
