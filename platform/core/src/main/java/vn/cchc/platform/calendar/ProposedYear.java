package vn.cchc.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;
import vn.cchc.platform.calendar.CalendarTable.Confidence;
import vn.cchc.platform.calendar.CalendarTable.Holiday;
import vn.cchc.platform.http.BilingualText;

/**
 * The days off that a year will have under the Labour Code of 2019, art. 111(3) and 112, until its table is decided: a
 * proposal. What the Government decides each year (the days around lunar New Year's Day, the day next to 2 September)
 * is assumed as decided for 2021 to 2026. Workdays are not exchanged.
 */
final class ProposedYear {

    private static final String BASIS = "Labour Code 2019, art. 112; proposed";
    private static final String LUNAR_BASIS = BASIS + ", lunar day by net.time4j";
    private static final String SUBSTITUTE_BASIS = "Labour Code 2019, art. 111(3); proposed";

    /** Lunar New Year's holiday: five days (art. 112(1)(b)). */
    private static final int LUNAR_NEW_YEAR_DAYS = 5;

    private final List<Holiday> holidays = new ArrayList<>();

    private ProposedYear() {}

    static CalendarTable.Year of(int year) {
        ProposedYear proposed = new ProposedYear();
        proposed.add(
                "Tết Dương lịch",
                "New Year's Day",
                BASIS,
                Confidence.HIGH,
                List.of(LocalDate.of(year, Month.JANUARY, 1)));
        lunar(year, 1, 1)
                .ifPresent(day -> proposed.add(
                        "Tết Âm lịch", "Lunar New Year", LUNAR_BASIS, Confidence.ESTIMATED, aroundLunarNewYear(day)));
        lunar(year, 3, 10)
                .ifPresent(day -> proposed.add(
                        "Giỗ Tổ Hùng Vương (10/3 âm lịch)",
                        "Hung Kings Commemoration Day (10th day of the 3rd lunar month)",
                        LUNAR_BASIS,
                        Confidence.ESTIMATED,
                        List.of(day)));
        proposed.add(
                "Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5",
                "Victory Day 30 April and Labour Day 1 May",
                BASIS,
                Confidence.HIGH,
                List.of(LocalDate.of(year, Month.APRIL, 30), LocalDate.of(year, Month.MAY, 1)));
        LocalDate nationalDay = LocalDate.of(year, Month.SEPTEMBER, 2);
        proposed.add("Quốc khánh", "National Day", BASIS, Confidence.HIGH, List.of(nationalDay));
        proposed.add(
                "Ngày nghỉ liền kề Quốc khánh",
                "Day beside National Day",
                BASIS,
                Confidence.ESTIMATED,
                List.of(besideNationalDay(nationalDay)));
        proposed.substitute();
        return new CalendarTable.Year(proposed.holidays, List.of(), List.of());
    }

    private void add(String vi, String en, String basis, Confidence confidence, List<LocalDate> days) {
        holidays.add(new Holiday(BilingualText.of(vi, en), days, basis, confidence));
    }

    /** The Gregorian day of a day in the Vietnamese lunar calendar; empty for years outside its computed range. */
    private static Optional<LocalDate> lunar(int year, int month, int day) {
        try {
            return Optional.of(
                    VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), day)
                            .transform(PlainDate.axis())
                            .toTemporalAccessor());
        } catch (IllegalArgumentException beyondReach) {
            return Optional.empty();
        }
    }

    /** Chosen so that the weekends before and after adjoin the holiday. */
    private static List<LocalDate> aroundLunarNewYear(LocalDate newYear) {
        boolean earlyInTheWeek = newYear.getDayOfWeek().compareTo(DayOfWeek.TUESDAY) <= 0;
        LocalDate first = newYear.minusDays(earlyInTheWeek ? 1 : 2);
        return first.datesUntil(first.plusDays(LUNAR_NEW_YEAR_DAYS)).toList();
    }

    /** The day before or after it (art. 112(1)(đ)), whichever adjoins the weekend. */
    private static LocalDate besideNationalDay(LocalDate nationalDay) {
        return switch (nationalDay.getDayOfWeek()) {
            case MONDAY, THURSDAY, SUNDAY -> nationalDay.plusDays(1);
            case TUESDAY, WEDNESDAY, FRIDAY, SATURDAY -> nationalDay.minusDays(1);
        };
    }

    /** A holiday on a day of weekly rest is taken on the next workday (art. 111(3)). */
    private void substitute() {
        Set<LocalDate> taken = new TreeSet<>();
        holidays.forEach(holiday -> taken.addAll(holiday.dates()));
        List<LocalDate> onWeekends =
                taken.stream().filter(WorkingCalendar::isWeekend).toList();
        List<LocalDate> substitutes = new ArrayList<>();
        for (LocalDate day : onWeekends) {
            LocalDate substitute = Stream.iterate(day, next -> next.plusDays(1))
                    .filter(next -> !WorkingCalendar.isWeekend(next) && !taken.contains(next))
                    .findFirst()
                    .orElseThrow();
            taken.add(substitute);
            substitutes.add(substitute);
        }
        if (!substitutes.isEmpty()) {
            add(
                    "Nghỉ bù ngày lễ trùng ngày nghỉ hằng tuần",
                    "Substitute for a holiday at a weekend",
                    SUBSTITUTE_BASIS,
                    Confidence.ESTIMATED,
                    substitutes);
        }
    }
}
