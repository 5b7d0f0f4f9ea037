package vn.cchc.plan.fulfilment;

import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.time.VietnamTime;

/** Tolerant reader of a report event. */
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

    /** States in which the report has been sent. */
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
     * The day that decides whether the report is in time: the day it was first sent, so that a returned report that was
     * in time stays so when sent again. The day of the event when a sent report gives none.
     */
    LocalDate sentDay() {
        if (firstSentOn != null) {
            return firstSentOn;
        }
        return sentOn == null && outcome(state) == MilestoneState.ACCEPTED
                ? occurredAt.atZoneSameInstant(VietnamTime.ZONE).toLocalDate()
                : sentOn;
    }

    /** State of the milestone that follows from the report's state. */
    static MilestoneState outcome(String state) {
        if (HANDED_IN.contains(state)) {
            return MilestoneState.ACCEPTED;
        }
        return switch (state) {
            case "RETURNED" -> MilestoneState.RETURNED;
            // DRAFT, IN_REVIEW, APPROVED, SIGNED, and states added later: still to be sent.
            default -> MilestoneState.OPEN;
        };
    }

    /** Reason shown with the reopened milestone; the superior authority's own text stays with the report. */
    static String reason(String state, String number) {
        return state.equals("RETURNED")
                ? MessageBundles.get(FulfilmentMessages.class).reportReturned(number)
                : null;
    }
}
