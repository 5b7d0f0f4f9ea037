package vn.cchc.feedback.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param unit         what is counted
 * @param rollsForward whether a last day that is a day off moves to the next working day (Civil Code 2015, art. 148(5));
 *     without effect for working days and hours, which end when there is work
 * @param maxExtensions how often the limit may be extended
 * @param longestExtension by how much at a time at most, in the unit; as long as the limit itself where {@code null} is given
 * @param extendsWhenOverdue whether it may still be extended when the due moment has passed
 * @param pausedIn     states in which nothing is counted
 * @param legalBasis   legal basis, shown in the explanation of the due day
 */
@Embeddable
public record HandlingLimit(
        @Column(name = "limit_amount", nullable = false) int amount,

        @Column(name = "limit_unit", nullable = false) @Enumerated(EnumType.STRING)
        LimitUnit unit,

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

    /** Of a limit, in its unit; the database holds it, and the next two ({@code ck_handling_policy_amount} and others). */
    public static final int LONGEST = 365;

    public static final int MOST_EXTENSIONS = 10;

    /** Stretches of office time in which a limit in working hours is counted; two a day, and one more for each pause in them. */
    public static final int MOST_SESSIONS = 1000;

    /** OpenAPI description of a due moment. */
    public static final String DUE_AT =
            "The moment before which an answer is in time, where the limit counts working hours; absent for limits in"
                    + " days: it is the end of the due day.";

    /** In characters. */
    public static final int LONGEST_BASIS = 1000;

    public HandlingLimit {
        pausedIn = Set.copyOf(pausedIn);
        longestExtension = longestExtension == null ? Integer.valueOf(amount) : longestExtension;
    }

    /** A limit as it is entered; the parameters are those of the record. */
    public static HandlingLimit of(
            int amount,
            LimitUnit unit,
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
     * The end of the limit for what arrives at that moment, by the policy alone.
     */
    public LimitEnd endsAfter(Instant arrivedAt, WorkingTime time) {
        return ends(arrivedAt, new Pauses(List.of(), null), 0, List.of(), time).get(0);
    }

    /**
     * The end of the limit itself, then of each extension: of a limit in days it begins on the day after the one before, of
     * one in working hours at the moment before.
     *
     * @param pausedDays days not counted, in the unit of a limit in days; see {@link Pauses#days}
     */
    List<LimitEnd> ends(
            Instant arrivedAt, Pauses pauses, int pausedDays, List<Extension> extensions, WorkingTime time) {
        return unit.days()
                .map(days -> endsOfDays(days, WorkingTime.day(arrivedAt), pausedDays, extensions, time.calendar()))
                .orElseGet(() -> new HourCount(pauses.over(), time).ends(arrivedAt, amount, extensions));
    }

    /** The day of arrival is not counted (Civil Code 2015, art. 147(3)). */
    private List<LimitEnd> endsOfDays(
            Term.Unit days, LocalDate arrivedOn, int pausedDays, List<Extension> extensions, WorkingCalendar calendar) {
        DueDay last = DueDay.after(arrivedOn, new Term(amount + pausedDays, days, rollsForward), calendar);
        List<LimitEnd> ends = new ArrayList<>(List.of(new LimitEnd.OfDays(last)));
        for (Extension extension : extensions) {
            last = DueDay.extended(last.dueOn(), new Term(extension.amount(), days, rollsForward), calendar);
            ends.add(new LimitEnd.OfDays(last));
        }
        return List.copyOf(ends);
    }

    /** Whether the last day is a working day by any table: the limit rolls, or counts working days or hours. */
    public boolean endsOnWorkingDay() {
        return rollsForward || unit != LimitUnit.CALENDAR_DAY;
    }

    /** Days between two, in the unit of a limit in days, excluding the first and including the last. */
    int days(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        if (unit == LimitUnit.CALENDAR_DAY) {
            return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
        }
        return Math.toIntExact(from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count());
    }

    /** Whether the days of a pause depend on a year without a working-day table. */
    boolean isPauseProvisional(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        return unit == LimitUnit.WORKING_DAY
                && !calendar.yearsWithoutTable(from.getYear(), to.getYear()).isEmpty();
    }

    /** The end of a day, 24:00, which is the first moment of the next one (Civil Code 2015, art. 148(6)). */
    public static Instant endOf(LocalDate day) {
        return VietnamTime.startOf(day.plusDays(1)).toInstant();
    }

    /** The due moment where it is not the end of the due day: that of a limit in working hours. */
    public static Optional<OffsetDateTime> withinDay(Instant dueAt, LocalDate dueOn) {
        return dueAt.equals(endOf(dueOn)) ? Optional.empty() : Optional.of(VietnamTime.local(dueAt));
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
     * @param pausedSince first day of the current pause; {@code null} if none, or if a limit in working hours had run out
     *     before it
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
