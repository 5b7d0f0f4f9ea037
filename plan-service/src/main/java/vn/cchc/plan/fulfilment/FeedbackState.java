package vn.cchc.plan.fulfilment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.time.VietnamTime;

/** What this service needs of a feedback event; it ignores the rest. */
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

    /** The states in which an answer has been handed in. */
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
     * How its due day was counted. Before that was told, there was one table for all services, and no day without it; before it was
     * told whether it rolls, it is taken to: so do the limits of the law.
     */
    DueBasis.Counted counted(WorkingCalendar here) {
        return new DueBasis.Counted(
                dueCalendar == null ? here.version() : dueCalendar,
                Boolean.TRUE.equals(dueProvisional),
                !Boolean.FALSE.equals(dueRolls));
    }

    /** The local day of arrival: its year says which plan it concerns. */
    LocalDate receivedOn() {
        return receivedAt.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    }

    /** The day of the answer; of the event, where an answered case does not say. */
    LocalDate answeredDay() {
        return answeredOn == null && outcome(state) == MilestoneState.ACCEPTED
                ? occurredAt.atZoneSameInstant(VietnamTime.ZONE).toLocalDate()
                : answeredOn;
    }

    /** What it means for the obligation to handle it. */
    static MilestoneState outcome(String state) {
        if (HANDED_IN.contains(state)) {
            return MilestoneState.ACCEPTED;
        }
        return switch (state) {
            case "REFUSED", "REFERRED", "WITHDRAWN" -> MilestoneState.WAIVED;
            // RECEIVED, SUPPLEMENT_REQUESTED, ACCEPTED, ASSIGNED, REOPENED, and what may be added: still to be done.
            default -> MilestoneState.OPEN;
        };
    }

    /** Why it is not owed any more, for the leader who reads the list. */
    static String reason(String state) {
        return switch (state) {
            case "REFUSED" -> "Phản ánh, kiến nghị không được tiếp nhận";
            case "REFERRED" -> "Đã chuyển cơ quan có thẩm quyền";
            case "WITHDRAWN" -> "Người gửi đã rút phản ánh, kiến nghị";
            default -> null;
        };
    }
}
