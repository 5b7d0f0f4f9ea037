package vn.cchc.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import vn.cchc.platform.http.Text;

/** The wording of explanations, in one place so that the two languages stay in step. */
final class Texts {

    private static final DateTimeFormatter VI = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Texts() {}

    static String vi(LocalDate day) {
        return VI.format(day);
    }

    static String en(LocalDate day) {
        return EN.format(day);
    }

    static Text weekend(LocalDate day) {
        return Text.of(viWeekday(day), enWeekday(day));
    }

    static Text holiday(CalendarTable.Holiday holiday) {
        return switch (holiday.confidence()) {
            case HIGH, MEDIUM -> holiday.name();
            case ESTIMATED, CONDITIONAL ->
                Text.of(
                        holiday.name().vi() + ", dự kiến, chưa công bố",
                        holiday.name().en() + ", expected, not announced");
        };
    }

    static Text exchanged(LocalDate makeUpWorkday) {
        return Text.of(
                "nghỉ hoán đổi, làm bù " + viWeekday(makeUpWorkday) + " " + vi(makeUpWorkday),
                "exchanged for work on " + enWeekday(makeUpWorkday) + ", " + en(makeUpWorkday));
    }

    static String viWeekday(LocalDate day) {
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

    static String enWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
