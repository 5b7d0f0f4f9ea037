package vn.cchc.plan.fulfilment;

import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.time.VietnamTime;

/** Tolerant reader of a feedback event. */
record FeedbackState(
        UUID id,
        UUID authorityId,
        Long version,
        OffsetDateTime occurredAt,
        String state,
        OffsetDateTime receivedAt,
        LocalDate dueOn,
        String dueCalendar,
        Boolean dueProvisional,
        Boolean dueRolls,
        LocalDate dueMovedFrom,
        LocalDate pausedSince,
        LocalDate answeredOn,
        UUID unitId) {

    /** States in which the feedback has been answered. */
    static final List<String> HANDED_IN = List.of("ANSWERED", "CLOSED");

    FeedbackState {
        if (id == null
                || authorityId == null
                || version == null
                || occurredAt == null
                || state == null
                || receivedAt == null) {
            throw new UnreadableEvent("id, authorityId, version, occurredAt, state and receivedAt are needed", null);
        }
    }

    /**
     * How the due day was counted. Events without a calendar version are from the time of a single table for all
     * services, when no day was provisional. Events that do not say whether the day rolls are taken to roll, as the
     * law's terms do.
     */
    DueBasis.Counted counted(WorkingCalendar here) {
        return new DueBasis.Counted(
                dueCalendar == null ? here.version() : dueCalendar,
                Boolean.TRUE.equals(dueProvisional),
                !Boolean.FALSE.equals(dueRolls));
    }

    /** Local day of arrival; its year determines the plan it concerns. */
    LocalDate receivedOn() {
        return receivedAt.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    }

    /** Day of the answer; the day of the event when an answered feedback gives none. */
    LocalDate answeredDay() {
        return answeredOn == null && outcome(state) == MilestoneState.ACCEPTED
                ? occurredAt.atZoneSameInstant(VietnamTime.ZONE).toLocalDate()
                : answeredOn;
    }

    /** State of the milestone that follows from the feedback's state. */
    static MilestoneState outcome(String state) {
        if (HANDED_IN.contains(state)) {
            return MilestoneState.ACCEPTED;
        }
        return switch (state) {
            case "REFUSED", "REFERRED", "WITHDRAWN" -> MilestoneState.WAIVED;
            // RECEIVED, SUPPLEMENT_REQUESTED, ACCEPTED, ASSIGNED, REOPENED, and states added later: still to be done.
            default -> MilestoneState.OPEN;
        };
    }

    /** Reason, shown to people, why the milestone is waived. */
    static String reason(String state) {
        return switch (state) {
            case "REFUSED" -> messages().feedbackRefused();
            case "REFERRED" -> messages().feedbackReferred();
            case "WITHDRAWN" -> messages().feedbackWithdrawn();
            default -> null;
        };
    }

    private static FulfilmentMessages messages() {
        return MessageBundles.get(FulfilmentMessages.class);
    }
}
