package vn.cchc.feedback.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.RegisterRow;
import vn.cchc.platform.database.JsonColumns;

/** How a case stands: what changes after its entry, as it is now or as of the end of a past day. */
record Standing(
        State state,
        Classification classification,
        UUID unitId,
        String person,
        Due due,
        LocalDate answeredOn,
        Boolean inTime) {

    /**
     * The due day, with what is shown beside it.
     *
     * @param extensions how often the limit was extended
     */
    record Due(LocalDate on, String calendar, boolean provisional, LocalDate movedFrom, int extensions) {

        /** The due day where the limit was extended; otherwise {@code null}. */
        LocalDate extendedTo() {
            return extensions == 0 ? null : on;
        }

        static Due of(Feedback feedback) {
            return new Due(
                    feedback.limitClock().dueOn(),
                    feedback.limitClock().dueCalendar(),
                    feedback.limitClock().dueProvisional(),
                    feedback.limitClock().dueMovedFrom(),
                    feedback.limitClock().extensions().size());
        }
    }

    /** The part of an event of a feedback that the register reads. */
    record Told(
            int year,
            OffsetDateTime occurredAt,
            Channel channel,
            Kind kind,
            Classification classification,
            State state,
            OffsetDateTime receivedAt,
            LocalDate dueOn,
            String dueCalendar,
            Boolean dueProvisional,
            LocalDate dueMovedFrom,
            int extensions,
            UUID unitId,
            LocalDate answeredOn,
            Boolean inTime) {

        Due due() {
            return new Due(dueOn, dueCalendar, Boolean.TRUE.equals(dueProvisional), dueMovedFrom, extensions);
        }

        Standing standing() {
            return new Standing(state, classification, unitId, null, due(), answeredOn, inTime);
        }

        /** What does not change after the entry; of the limit no more than the last is known. */
        Standing standingOnEntry() {
            return new Standing(State.RECEIVED, null, null, null, due(), null, null);
        }
    }

    static Standing of(RegisterRow row) {
        Feedback feedback = row.one().feedback();
        return row.then().map(then -> then(then, feedback)).orElseGet(() -> now(feedback));
    }

    private static Standing now(Feedback feedback) {
        return new Standing(
                feedback.state(),
                feedback.classification().orElse(null),
                feedback.unitId().orElse(null),
                feedback.person().orElse(null),
                Due.of(feedback),
                feedback.answeredOn().orElse(null),
                feedback.inTime().orElse(null));
    }

    /** A reconstructed state from before the journal may lack the state and the due day: the present ones are used, as for figures. */
    private static Standing then(RegisterRow.Then then, Feedback feedback) {
        Told told = JsonColumns.read(then.state(), Told.class);
        return new Standing(
                told.state() == null ? feedback.state() : told.state(),
                told.classification(),
                told.unitId(),
                then.person().orElse(null),
                told.dueOn() == null ? Due.of(feedback) : told.due(),
                told.answeredOn(),
                told.inTime());
    }
}
