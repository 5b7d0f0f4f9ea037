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
 * @param inclusive whether the authority counts the day named as in time; matters for {@link DueBasisKind#BEFORE} only
 * @param offset    the term, for {@link DueBasisKind#AFTER_EVENT} only
 */
public record DueBasis(DueBasisKind kind, LocalDate day, boolean inclusive, Optional<Offset> offset) {

    public DueBasis {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(day, "day");
        if (offset.isPresent() != (kind == DueBasisKind.AFTER_EVENT)) {
            throw new IllegalArgumentException("An offset belongs to AFTER_EVENT, and only there");
        }
    }

    public static DueBasis of(Deadline deadline, boolean inclusive) {
        return switch (deadline.wording()) {
            case BEFORE -> new DueBasis(DueBasisKind.BEFORE, deadline.stated(), inclusive, Optional.empty());
            case AT_LATEST -> new DueBasis(DueBasisKind.AT_LATEST, deadline.stated(), false, Optional.empty());
        };
    }

    public static DueBasis periodEnd(LocalDate day) {
        return new DueBasis(DueBasisKind.PERIOD_END, day, false, Optional.empty());
    }

    public static DueBasis afterEvent(LocalDate eventDay, Offset offset) {
        return new DueBasis(DueBasisKind.AFTER_EVENT, eventDay, false, Optional.of(offset));
    }

    public static DueBasis setByHand(LocalDate day) {
        return new DueBasis(DueBasisKind.SET_BY_HAND, day, false, Optional.empty());
    }

    /** @param day the day that the case itself is due: its own policy has counted it */
    public static DueBasis dayOfCase(LocalDate day) {
        return new DueBasis(DueBasisKind.DAY_OF_CASE, day, false, Optional.empty());
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
}
