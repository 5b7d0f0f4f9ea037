package vn.cchc.feedback.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import vn.cchc.feedback.State;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.time.VietnamTime;

/**
 * How long an authority has to answer, as it is copied to a case: what the policy says later does not change it.
 *
 * @param amount       from 1
 * @param unit         calendar or working days
 * @param rollsForward whether a last day that is off moves to the next working day (Civil Code 2015, art. 148(5))
 * @param maxExtensions how often the limit may be extended
 * @param pausedIn     the states in which the days do not count
 * @param legalBasis   what the limit rests on, as it is shown where the due day is explained
 */
@Embeddable
public record HandlingLimit(
        @Column(name = "limit_amount", nullable = false) int amount,

        @Column(name = "limit_unit", nullable = false) @Enumerated(EnumType.STRING)
        Term.Unit unit,

        @Column(name = "limit_rolls_forward", nullable = false)
        boolean rollsForward,

        @Column(name = "limit_max_extensions", nullable = false)
        int maxExtensions,

        @Column(name = "limit_paused_in", nullable = false) @Convert(converter = StatesAsText.class)
        Set<State> pausedIn,

        @Column(name = "limit_legal_basis", nullable = false)
        String legalBasis) {

    public HandlingLimit {
        pausedIn = Set.copyOf(pausedIn);
        if (unit != Term.Unit.CALENDAR_DAY && unit != Term.Unit.WORKING_DAY) {
            throw new IllegalArgumentException("A handling limit counts calendar days or working days, not " + unit);
        }
    }

    /**
     * The last day in time.
     *
     * @param arrivedOn  the day of arrival, which is not counted (Civil Code 2015, art. 147(3))
     * @param pausedDays days, in the limit's unit, that did not count; see {@link #pausedDays}
     */
    public DueDay dueAfter(LocalDate arrivedOn, int pausedDays, WorkingCalendar calendar) {
        return DueDay.after(arrivedOn, new Term(amount + pausedDays, unit, rollsForward), calendar);
    }

    /** Whether its last day is a working day by whatever table: it rolls, or counts working days. */
    public boolean endsOnWorkingDay() {
        return rollsForward || unit == Term.Unit.WORKING_DAY;
    }

    /** The days of a pause, in the limit's unit: the day it begins is not among them, the day it ends is. */
    public int pausedDays(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        if (unit == Term.Unit.CALENDAR_DAY) {
            return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
        }
        return Math.toIntExact(from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count());
    }

    /** Whether the days of a pause rest on a year without a table of working days. */
    public boolean isPauseProvisional(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        return unit == Term.Unit.WORKING_DAY
                && !calendar.yearsWithoutTable(from.getYear(), to.getYear()).isEmpty();
    }

    /** The end of a day, 24:00, which is the first moment of the next one (Civil Code 2015, art. 148(6)). */
    public static Instant endOf(LocalDate day) {
        return VietnamTime.startOf(day.plusDays(1)).toInstant();
    }

    /** {@link #endOf} as an expression of SQL. */
    public static String endOfSql(String day) {
        return "cast(" + day + " + 1 AS timestamp) AT TIME ZONE '" + VietnamTime.ZONE + "'";
    }

    /** The due moment of a row as an expression of SQL: where none is kept, it was due in days. */
    public static String dueAtSql(String dueAt, String dueOn) {
        return "coalesce(" + dueAt + ", " + endOfSql(dueOn) + ")";
    }

    /** Whether an answer given at that moment is in time: before the due moment, so of a limit in days on its last day at the latest. */
    public static boolean inTime(Instant answeredAt, Instant dueAt) {
        return answeredAt.isBefore(dueAt);
    }

    /** {@link #inTime} as a condition of SQL. */
    public static String inTimeSql(String answeredAt, String dueAt) {
        return answeredAt + " < " + dueAt;
    }

    /**
     * Whether what is still open at that moment is overdue. A pause stops the limit where it stands: what was overdue stays so.
     *
     * @param pausedSince the first day of the pause under way; {@code null} when there is none
     */
    public static boolean overdue(Instant dueAt, LocalDate pausedSince, Instant now) {
        return !dueAt.isAfter(now)
                && (pausedSince == null
                        || !dueAt.isAfter(VietnamTime.startOf(pausedSince).toInstant()));
    }

    /**
     * {@link #overdue} as a condition of SQL.
     *
     * @param now stands in it once, so that it may be a parameter without a name
     */
    public static String overdueSql(String dueAt, String pausedSince, String now) {
        return "(%1$s <= %3$s and (%2$s is null or %1$s <= cast(%2$s AS timestamp) AT TIME ZONE '%4$s'))"
                .formatted(dueAt, pausedSince, now, VietnamTime.ZONE);
    }
}
