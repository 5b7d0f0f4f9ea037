package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * From what a due day follows. Kept with the milestone, so that the day can be explained, and counted again when a table
 * of working days changes.
 *
 * @param day       the day named, the day of the event, or the last day itself, as the kind says
 * @param inclusive whether the authority counts the day named as in time; matters for {@link Kind#BEFORE} only
 * @param offset    the term, for {@link Kind#AFTER_EVENT} only
 */
public record DueBasis(Kind kind, LocalDate day, boolean inclusive, Optional<Offset> offset) {

    public DueBasis {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(day, "day");
        if (offset.isPresent() != (kind == Kind.AFTER_EVENT)) {
            throw new IllegalArgumentException("An offset belongs to AFTER_EVENT, and only there");
        }
    }

    public static DueBasis of(Deadline deadline, boolean inclusive) {
        return switch (deadline.wording()) {
            case BEFORE -> new DueBasis(Kind.BEFORE, deadline.stated(), inclusive, Optional.empty());
            case AT_LATEST -> new DueBasis(Kind.AT_LATEST, deadline.stated(), false, Optional.empty());
        };
    }

    public static DueBasis periodEnd(LocalDate day) {
        return new DueBasis(Kind.PERIOD_END, day, false, Optional.empty());
    }

    public static DueBasis afterEvent(LocalDate eventDay, Offset offset) {
        return new DueBasis(Kind.AFTER_EVENT, eventDay, false, Optional.of(offset));
    }

    public static DueBasis setByHand(LocalDate day) {
        return new DueBasis(Kind.SET_BY_HAND, day, false, Optional.empty());
    }

    /** @param day the day that the case itself is due: its own policy has counted it */
    public static DueBasis dayOfCase(LocalDate day) {
        return new DueBasis(Kind.DAY_OF_CASE, day, false, Optional.empty());
    }

    /**
     * The due day and how it was found.
     *
     * @throws vn.cchc.platform.calendar.YearWithoutTable when the days looked at lie in a year without a table
     */
    public DueDay dueDay(WorkingCalendar calendar) {
        return switch (kind) {
            case BEFORE -> DueDay.before(day, inclusive, calendar);
            case AFTER_EVENT -> DueDay.after(day, offset.orElseThrow().term(), calendar);
            case AT_LATEST, PERIOD_END, SET_BY_HAND, DAY_OF_CASE -> DueDay.on(day, calendar);
        };
    }

    public enum Kind {
        /** "trước ngày X". */
        BEFORE,
        /** "chậm nhất ngày X". */
        AT_LATEST,
        /** The last day of a month, quarter or year, or the 15th of a month. */
        PERIOD_END,
        /** A term after an event. */
        AFTER_EVENT,
        /** Entered by staff, because the text names no day. */
        SET_BY_HAND,
        /** The due day of a citizen's feedback, counted by the feedback service under its own policy. */
        DAY_OF_CASE
    }
}
