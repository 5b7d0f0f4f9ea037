package vn.cchc.feedback.page;

import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.cchc.platform.text.PrintedDay;
import vn.cchc.platform.time.VietnamTime;

/** Days and times as the pages show them. */
@TemplateExtension
final class PrintedTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private PrintedTimes() {}

    /** 05/02/2021. */
    static String day(LocalDate day) {
        return PrintedDay.inFigures(day);
    }

    /** 08:30 ngày 05/02/2021. */
    static String moment(OffsetDateTime at) {
        OffsetDateTime local = VietnamTime.local(at);
        return TIME.format(local) + " ngày " + PrintedDay.inFigures(local.toLocalDate());
    }
}
