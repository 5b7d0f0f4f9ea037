package vn.cchc.feedback.intake.oldregister;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/**
 * A day as registers state it, with its time where they state one: "05/01/2021", "5.1.2021 08:30", "8h30 ngày 5/1/2021", "ngày 5 tháng 1
 * năm 2021", "2021-01-05". The day stands before the month. A year of two digits and a day without a year are not read.
 */
public final class PrintedMoment {

    private static final String DAY =
            "(?:(?:ngay )?(?<day>\\d{1,2})(?: ?[/.-] ?| thang )(?<month>\\d{1,2})(?: ?[/.-] ?| nam )(?<year>\\d{4})"
                    + "|(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2}))";

    private static final String TIME =
            "(?<hour>\\d{1,2}) ?(?::|gio|h|g) ?(?:(?<minute>\\d{2})(?: ?(?:phut|p))?(?::(?<second>\\d{2}))?)?";

    private static final Pattern DAY_FIRST = Pattern.compile(DAY + "(?:(?:t|[,;] ?| )(?:luc |hoi )?" + TIME + ")?");
    private static final Pattern TIME_FIRST = Pattern.compile(TIME + "(?:[,;] ?| )" + DAY);

    private PrintedMoment() {}

    /** The begin of the day where no time is stated; empty for what is no whole day of the calendar. */
    public static Optional<LocalDateTime> read(String text) {
        String folded = VietnameseText.fold(text);
        for (Pattern pattern : new Pattern[] {DAY_FIRST, TIME_FIRST}) {
            Matcher stated = pattern.matcher(folded);
            if (stated.matches()) {
                return moment(stated);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> moment(Matcher stated) {
        boolean iso = stated.group("isoYear") != null;
        try {
            return Optional.of(LocalDateTime.of(
                    number(stated, iso ? "isoYear" : "year"),
                    number(stated, iso ? "isoMonth" : "month"),
                    number(stated, iso ? "isoDay" : "day"),
                    number(stated, "hour"),
                    number(stated, "minute"),
                    number(stated, "second")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher stated, String group) {
        return stated.group(group) == null ? 0 : Integer.parseInt(stated.group(group));
    }
}
