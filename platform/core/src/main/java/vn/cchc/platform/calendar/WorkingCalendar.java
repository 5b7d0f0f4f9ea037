package vn.cchc.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.cchc.platform.http.Text;

/**
 * Which days are worked: Monday to Friday, minus the days off of the table, plus its make-up workdays (which win over
 * the weekend). Immutable. Every method throws {@link YearWithoutTable} when it would have to look at a day in a year
 * that the table does not cover.
 */
public final class WorkingCalendar {

    private final CalendarTable table;
    private final Map<LocalDate, Text> daysOff = new HashMap<>();
    private final Map<LocalDate, LocalDate> makeUpWorkdays = new HashMap<>();

    private WorkingCalendar(CalendarTable table) {
        this.table = Objects.requireNonNull(table, "table");
        for (CalendarTable.Year year : table.years().values()) {
            for (CalendarTable.Swap swap : year.swaps()) {
                makeUpWorkdays.put(swap.makeUpWorkday(), swap.dayOff());
                daysOff.put(swap.dayOff(), Texts.exchanged(swap.makeUpWorkday()));
            }
            for (CalendarTable.Holiday holiday : year.holidays()) {
                holiday.dates().forEach(day -> daysOff.put(day, Texts.holiday(holiday)));
            }
        }
    }

    public static WorkingCalendar of(CalendarTable table) {
        return new WorkingCalendar(table);
    }

    /** The version of the table, for explanations. */
    public String version() {
        return table.version();
    }

    public CalendarTable table() {
        return table;
    }

    public boolean isWorkingDay(LocalDate day) {
        requireTable(day);
        return makeUpWorkdays.containsKey(day) || (!isWeekend(day) && !daysOff.containsKey(day));
    }

    /** A weekend day that is worked in exchange for a weekday off. */
    public boolean isMakeUpWorkday(LocalDate day) {
        requireTable(day);
        return makeUpWorkdays.containsKey(day);
    }

    /** Why the day is off: the holiday's name, also where it falls on a weekend, else the weekday; empty on a working day. */
    public Optional<Text> reasonOff(LocalDate day) {
        if (isWorkingDay(day)) {
            return Optional.empty();
        }
        Text holiday = daysOff.get(day);
        return Optional.of(holiday != null ? holiday : Texts.weekend(day));
    }

    /** The day itself when it is worked, else the first working day after it. */
    public LocalDate nextOrSameWorkingDay(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The day itself when it is worked, else the last working day before it. */
    public LocalDate previousOrSameWorkingDay(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /**
     * The working day that many working days later (earlier when negative); the day itself is not counted, whether
     * worked or not. Zero gives the day itself.
     */
    public LocalDate shift(LocalDate day, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate found = day;
        for (int left = Math.abs(workingDays); left > 0; ) {
            found = found.plusDays(step);
            if (isWorkingDay(found)) {
                left--;
            }
        }
        return found;
    }

    /** The weekday off for which this make-up workday is worked. */
    LocalDate exchangedFor(LocalDate makeUpWorkday) {
        return makeUpWorkdays.get(makeUpWorkday);
    }

    private void requireTable(LocalDate day) {
        if (!table.years().containsKey(day.getYear())) {
            throw new YearWithoutTable(day.getYear(), table);
        }
    }

    private static boolean isWeekend(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }
}
