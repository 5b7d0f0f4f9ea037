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
 * Time limit for an answer, copied to the case: later changes of the policy do not affect it.
 *
 * @param amount       from 1
 * @param unit         calendar or working days
 * @param rollsForward whether a last day that is a day off moves to the next working day (Civil Code 2015, art. 148(5))
 * @param maxExtensions how often the limit may be extended
 * @param longestExtension by how much at a time at most, in the unit; as long as the limit itself where {@code null} is given
 * @param extendsWhenOverdue whether it may still be extended when the due moment has passed
 * @param pausedIn     states in which days are not counted
 * @param legalBasis   legal basis, shown in the explanation of the due day
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

        @Column(name = "limit_longest_extension") Integer longestExtension,

        @Column(name = "limit_extends_when_overdue", nullable = false)
        boolean extendsWhenOverdue,

        @Column(name = "limit_paused_in", nullable = false) @Convert(converter = StatesAsText.class)
        Set<State> pausedIn,

        @Column(name = "limit_legal_basis", nullable = false)
        String legalBasis) {

    /** Days of a limit; the database holds it, and the next two ({@code ck_handling_policy_amount} and others). */
    public static final int LONGEST = 365;

    public static final int MOST_EXTENSIONS = 10;

    /** In characters. */
    public static final int LONGEST_BASIS = 1000;

    public HandlingLimit {
        pausedIn = Set.copyOf(pausedIn);
        longestExtension = longestExtension == null ? Integer.valueOf(amount) : longestExtension;
        if (unit != Term.Unit.CALENDAR_DAY && unit != Term.Unit.WORKING_DAY) {
            throw new IllegalArgumentException("A handling limit counts calendar days or working days, not " + unit);
        }
    }

    /** A limit as it is entered; the parameters are those of the record. */
    public static HandlingLimit of(
            int amount,
            Term.Unit unit,
            boolean rollsForward,
            int maxExtensions,
            Integer longestExtension,
            boolean extendsWhenOverdue,
            Set<State> pausedIn,
            String legalBasis) {
        return new HandlingLimit(
                amount, unit, rollsForward, maxExtensions, longestExtension, extendsWhenOverdue, pausedIn, legalBasis);
    }

    /**
     * The last day in time.
     *
     * @param arrivedOn  day of arrival, not counted (Civil Code 2015, art. 147(3))
     * @param pausedDays days not counted, in the limit's unit; see {@link #pausedDays}
     */
    public DueDay dueAfter(LocalDate arrivedOn, int pausedDays, WorkingCalendar calendar) {
        return DueDay.after(arrivedOn, new Term(amount + pausedDays, unit, rollsForward), calendar);
    }

    /**
     * The last day in time after an extension, which begins on the day after the one before.
     *
     * @param dueBefore the last day without it
     * @param more      in the limit's unit, from 1
     */
    public DueDay extended(LocalDate dueBefore, int more, WorkingCalendar calendar) {
        return DueDay.extended(dueBefore, extension(more), calendar);
    }

    /** An extension as a term of the limit's unit, which rolls as the limit does. */
    public Term extension(int more) {
        return new Term(more, unit, rollsForward);
    }

    /** Whether the last day is a working day by any table: the limit rolls or counts working days. */
    public boolean endsOnWorkingDay() {
        return rollsForward || unit == Term.Unit.WORKING_DAY;
    }

    /** Days of a pause in the limit's unit, excluding its first day and including its last. */
    public int pausedDays(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        if (unit == Term.Unit.CALENDAR_DAY) {
            return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
        }
        return Math.toIntExact(from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count());
    }

    /** Whether the days of a pause depend on a year without a working-day table. */
    public boolean isPauseProvisional(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        return unit == Term.Unit.WORKING_DAY
                && !calendar.yearsWithoutTable(from.getYear(), to.getYear()).isEmpty();
    }

    /** The end of a day, 24:00, which is the first moment of the next one (Civil Code 2015, art. 148(6)). */
    public static Instant endOf(LocalDate day) {
        return VietnamTime.startOf(day.plusDays(1)).toInstant();
    }

    /** {@link #endOf} as an SQL expression. */
    public static String endOfSql(String day) {
        return "cast(" + day + " + 1 AS timestamp) AT TIME ZONE '" + VietnamTime.ZONE + "'";
    }

    /** The due moment of a row as an SQL expression; the end of the due day where none is stored. */
    public static String dueAtSql(String dueAt, String dueOn) {
        return "coalesce(" + dueAt + ", " + endOfSql(dueOn) + ")";
    }

    /**
     * Whether an answer at that moment is in time, that is before the due moment. For a limit in days this includes the
     * whole last day.
     */
    public static boolean inTime(Instant answeredAt, Instant dueAt) {
        return answeredAt.isBefore(dueAt);
    }

    /** {@link #inTime} as an SQL condition. */
    public static String inTimeSql(String answeredAt, String dueAt) {
        return answeredAt + " < " + dueAt;
    }

    /**
     * Whether a case still open at that moment is overdue. A pause suspends the limit; a case already overdue stays so.
     *
     * @param pausedSince first day of the current pause; {@code null} if none
     */
    public static boolean overdue(Instant dueAt, LocalDate pausedSince, Instant now) {
        return !dueAt.isAfter(now)
                && (pausedSince == null
                        || !dueAt.isAfter(VietnamTime.startOf(pausedSince).toInstant()));
    }

    /**
     * {@link #overdue} as an SQL condition.
     *
     * @param now occurs once in it, so that it may be a positional parameter
     */
    public static String overdueSql(String dueAt, String pausedSince, String now) {
        return "(%1$s <= %3$s and (%2$s is null or %1$s <= cast(%2$s AS timestamp) AT TIME ZONE '%4$s'))"
                .formatted(dueAt, pausedSince, now, VietnamTime.ZONE);
    }
}
