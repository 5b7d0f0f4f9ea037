package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * What a due day is derived from. Stored with the milestone, so that the day can be explained and can be recounted when
 * a table of working days changes.
 *
 * @param day the named day, the day of the event, or the due day itself, depending on the kind
 * @param inclusive whether "trước ngày X" includes X itself; for {@link DueBasisKind#BEFORE} only
 * @param offset the term; for {@link DueBasisKind#AFTER_EVENT} only
 * @param counted how feedback-service counted the day; for {@link DueBasisKind#DAY_OF_CASE} only
 */
public record DueBasis(
        DueBasisKind kind, LocalDate day, boolean inclusive, Optional<Offset> offset, Optional<Counted> counted) {

    /**
     * How another service counted a day.
     *
     * @param calendar version of the table of working days
     * @param provisional whether the day depends on a year that this table does not cover
     * @param rolls whether it moves to the next working day when it becomes a day off
     */
    public record Counted(String calendar, boolean provisional, boolean rolls) {}

    public DueBasis {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(day, "day");
        if (offset.isPresent() != (kind == DueBasisKind.AFTER_EVENT)) {
            throw new IllegalArgumentException("An offset belongs to AFTER_EVENT, and only there");
        }
        if (counted.isPresent() != (kind == DueBasisKind.DAY_OF_CASE)) {
            throw new IllegalArgumentException("Another's count belongs to DAY_OF_CASE, and only there");
        }
    }

    public static DueBasis of(Deadline deadline, boolean inclusive) {
        return switch (deadline.wording()) {
            case BEFORE -> plain(DueBasisKind.BEFORE, deadline.stated(), inclusive);
            case AT_LATEST -> plain(DueBasisKind.AT_LATEST, deadline.stated(), false);
        };
    }

    public static DueBasis periodEnd(LocalDate day) {
        return plain(DueBasisKind.PERIOD_END, day, false);
    }

    public static DueBasis afterEvent(LocalDate eventDay, Offset offset) {
        return new DueBasis(DueBasisKind.AFTER_EVENT, eventDay, false, Optional.of(offset), Optional.empty());
    }

    public static DueBasis setByHand(LocalDate day) {
        return plain(DueBasisKind.SET_BY_HAND, day, false);
    }

    /** @param day due day of the feedback, counted under its own policy */
    public static DueBasis dayOfCase(LocalDate day, Counted counted) {
        return new DueBasis(DueBasisKind.DAY_OF_CASE, day, false, Optional.empty(), Optional.of(counted));
    }

    private static DueBasis plain(DueBasisKind kind, LocalDate day, boolean inclusive) {
        return new DueBasis(kind, day, inclusive, Optional.empty(), Optional.empty());
    }

    /** The due day with its explanation. */
    public DueDay dueDay(WorkingCalendar calendar) {
        return switch (kind) {
            case BEFORE -> DueDay.before(day, inclusive, calendar);
            case AFTER_EVENT -> DueDay.after(day, offset.orElseThrow().term(), calendar);
            case AT_LATEST, PERIOD_END, SET_BY_HAND -> DueDay.on(day, calendar);
            case DAY_OF_CASE -> {
                Counted there = counted.orElseThrow();
                yield DueDay.countedElsewhere(day, there.calendar(), there.provisional(), calendar);
            }
        };
    }
}
