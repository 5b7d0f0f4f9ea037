package vn.cchc.feedback.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Urgency;

/** What a list shows of a feedback: no more than its index holds. */
record ListRow(
        UUID id,
        int number,
        int year,
        Channel channel,
        Kind kind,
        Classification classification,
        Urgency urgency,
        State state,
        Instant receivedAt,
        LocalDate dueOn,
        boolean dueProvisional,
        LocalDate dueMovedFrom,
        LocalDate pausedSince,
        UUID unitId,
        String person,
        LocalDate answeredOn,
        String excerpt) {}
