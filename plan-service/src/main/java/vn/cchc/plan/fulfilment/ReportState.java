package vn.cchc.plan.fulfilment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.time.VietnamTime;

/** What this service needs of a report event; it ignores the rest. */
record ReportState(
        UUID id,
        UUID authorityId,
        Long version,
        OffsetDateTime occurredAt,
        UUID milestoneId,
        UUID planId,
        String period,
        String state,
        String number,
        LocalDate sentOn,
        LocalDate firstSentOn,
        Long feedbackAnswered,
        Long feedbackAnsweredInTime) {

    /** The states in which it has been handed in. */
    static final List<String> HANDED_IN = List.of("SENT", "RECEIVED");

    ReportState {
        if (id == null
                || authorityId == null
                || version == null
                || occurredAt == null
                || period == null
                || state == null) {
            throw new UnreadableEvent("id, authorityId, version, occurredAt, period and state are needed", null);
        }
    }

    /**
     * The day that decides whether the report is in time: that on which it was first sent. One that was given back and is sent
     * again stays in time if it was; where a sent report does not say, the day of the event.
     */
    LocalDate sentDay() {
        if (firstSentOn != null) {
            return firstSentOn;
        }
        return sentOn == null && outcome(state) == MilestoneState.ACCEPTED
                ? occurredAt.atZoneSameInstant(VietnamTime.ZONE).toLocalDate()
                : sentOn;
    }

    /** What it means for the obligation to report. */
    static MilestoneState outcome(String state) {
        if (HANDED_IN.contains(state)) {
            return MilestoneState.ACCEPTED;
        }
        return switch (state) {
            case "RETURNED" -> MilestoneState.RETURNED;
            // DRAFT, IN_REVIEW, APPROVED, SIGNED, and what may be added: still to be sent.
            default -> MilestoneState.OPEN;
        };
    }

    /** Why it is owed again, for whom the milestone concerns; the superior authority's own words stay with the report. */
    static String reason(String state, String number) {
        return state.equals("RETURNED") ? "Cấp trên trả lại báo cáo" + (number == null ? "" : " số " + number) : null;
    }
}
