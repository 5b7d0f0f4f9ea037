package vn.cchc.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.text.PrintedDay;

/** Wording of days and of reasons for days off, in one place so that both languages stay consistent. */
public final class DayWording {

    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private DayWording() {}

    public static String en(LocalDate day) {
        return EN.format(day);
    }

    static BilingualText weekend(LocalDate day) {
        return BilingualText.of(viWeekday(day), enWeekday(day));
    }

    static BilingualText holiday(CalendarTable.Holiday holiday) {
        return switch (holiday.confidence()) {
            case HIGH, MEDIUM -> holiday.name();
            case ESTIMATED, CONDITIONAL ->
                BilingualText.of(
                        holiday.name().vi() + ", dự kiến, chưa công bố",
                        holiday.name().en() + ", expected, not announced");
        };
    }

    static BilingualText exchanged(LocalDate makeUpWorkday) {
        return BilingualText.of(
                "nghỉ hoán đổi, làm bù " + viWeekday(makeUpWorkday) + " " + PrintedDay.inFigures(makeUpWorkday),
                "exchanged for work on " + enWeekday(makeUpWorkday) + ", " + en(makeUpWorkday));
    }

    public static String viWeekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return switch (weekday) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }

    public static String enWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
