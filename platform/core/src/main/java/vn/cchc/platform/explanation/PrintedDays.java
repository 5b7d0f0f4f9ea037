package vn.cchc.platform.explanation;

import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import vn.cchc.platform.calendar.DayWording;
import vn.cchc.platform.text.PrintedDay;

/** Formats of days in explanations, for messages. */
@TemplateExtension
public final class PrintedDays {

    private PrintedDays() {}

    /** 05/02/2021. */
    public static String dayVi(LocalDate day) {
        return PrintedDay.inFigures(day);
    }

    /** 5 February 2021. */
    public static String dayEn(LocalDate day) {
        return DayWording.en(day);
    }

    /** thứ Sáu. */
    public static String weekdayVi(LocalDate day) {
        return DayWording.viWeekday(day);
    }

    /** Friday. */
    public static String weekdayEn(LocalDate day) {
        return DayWording.enWeekday(day);
    }
}
