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
 * @param offset the term; for {@link DueBasisKind#AFTER_EVENT} and {@link DueBasisKind#BEFORE_EVENT} only
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
        boolean event = kind == DueBasisKind.AFTER_EVENT || kind == DueBasisKind.BEFORE_EVENT;
        if (offset.isPresent() != event) {
            throw new IllegalArgumentException("An offset belongs to an event, and only there");
        }
        if (event && offset.get().isBefore() != (kind == DueBasisKind.BEFORE_EVENT)) {
            throw new IllegalArgumentException(kind + " has no offset of " + offset.get());
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

    /** @param offset a term after the event, or before it */
    public static DueBasis ofEvent(LocalDate eventDay, Offset offset) {
        DueBasisKind kind = offset.isBefore() ? DueBasisKind.BEFORE_EVENT : DueBasisKind.AFTER_EVENT;
        return new DueBasis(kind, eventDay, false, Optional.of(offset), Optional.empty());
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
            case BEFORE_EVENT -> DueDay.beforeEvent(day, offset.orElseThrow().term(), calendar);
            case AT_LATEST, PERIOD_END, SET_BY_HAND -> DueDay.on(day, calendar);
            case DAY_OF_CASE -> {
                Counted there = counted.orElseThrow();
                yield DueDay.countedElsewhere(day, there.calendar(), there.provisional(), calendar);
            }
        };
    }
}
