package vn.cchc.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vn.cchc.platform.http.BilingualText;

/**
 * Working days: Monday to Friday, minus the table's days off, plus its make-up workdays, which override the weekend.
 * Immutable. A year that the table does not cover uses proposed days off ({@link ProposedYear}); results are then
 * provisional ({@link #covers}).
 */
public final class WorkingCalendar {

    /** Bounds the cache: a mistyped plan may name any year. */
    private static final int MOST_REMEMBERED = 200;

    private final CalendarTable table;
    private final Map<LocalDate, LocalDate> makeUpWorkdays = new HashMap<>();

    /** By year: those of the table, and proposed ones once computed. */
    private final Map<Integer, Map<LocalDate, BilingualText>> daysOff = new ConcurrentHashMap<>();

    private WorkingCalendar(CalendarTable table) {
        this.table = Objects.requireNonNull(table, "table");
        table.years().forEach((number, year) -> {
            Map<LocalDate, BilingualText> off = new HashMap<>();
            for (CalendarTable.Swap swap : year.swaps()) {
                makeUpWorkdays.put(swap.makeUpWorkday(), swap.dayOff());
                off.put(swap.dayOff(), DayWording.exchanged(swap.makeUpWorkday()));
            }
            off.putAll(holidays(year));
            daysOff.put(number, off);
        });
    }

    private static Map<LocalDate, BilingualText> holidays(CalendarTable.Year year) {
        Map<LocalDate, BilingualText> off = new HashMap<>();
        for (CalendarTable.Holiday holiday : year.holidays()) {
            holiday.dates().forEach(day -> off.put(day, DayWording.holiday(holiday)));
        }
        return off;
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

    /** Whether the table covers the year; otherwise its days off are proposed and results are provisional. */
    public boolean covers(int year) {
        return table.years().containsKey(year);
    }

    /** The first year, at or after {@code from}, that the table does not cover. */
    public int firstYearWithoutTable(int from) {
        int year = from;
        while (covers(year)) {
            year++;
        }
        return year;
    }

    /** Days from today until the first year that the table does not cover; 0 once that year has begun. */
    public long daysLeft(LocalDate today) {
        LocalDate begins = LocalDate.of(firstYearWithoutTable(today.getYear()), 1, 1);
        return Math.max(0, ChronoUnit.DAYS.between(today, begins));
    }

    /** The years from {@code from} to {@code to}, both included, that the table does not cover. */
    public List<Integer> yearsWithoutTable(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .filter(year -> !covers(year))
                .boxed()
                .toList();
    }

    /** The exceptions to the regular week in a year: from the table, or proposed. */
    public CalendarTable.Year year(int year) {
        CalendarTable.Year decided = table.years().get(year);
        return decided == null ? ProposedYear.of(year) : decided;
    }

    public boolean isWorkingDay(LocalDate day) {
        return makeUpWorkdays.containsKey(day)
                || (!isWeekend(day) && !daysOff(day.getYear()).containsKey(day));
    }

    /** A weekend day that is worked in exchange for a weekday off. */
    public boolean isMakeUpWorkday(LocalDate day) {
        return makeUpWorkdays.containsKey(day);
    }

    /** Why the day is off: the holiday's name, also where it falls on a weekend, else the weekday; empty on a working day. */
    public Optional<BilingualText> reasonOff(LocalDate day) {
        if (isWorkingDay(day)) {
            return Optional.empty();
        }
        BilingualText holiday = daysOff(day.getYear()).get(day);
        return Optional.of(holiday != null ? holiday : DayWording.weekend(day));
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

    private Map<LocalDate, BilingualText> daysOff(int year) {
        Map<LocalDate, BilingualText> known = daysOff.get(year);
        if (known == null) {
            known = holidays(ProposedYear.of(year));
            if (daysOff.size() < MOST_REMEMBERED) {
                daysOff.put(year, known);
            }
        }
        return known;
    }

    static boolean isWeekend(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }
}
