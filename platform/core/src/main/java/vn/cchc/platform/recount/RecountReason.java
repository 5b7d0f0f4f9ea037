package vn.cchc.platform.recount;

import java.time.LocalDate;
import vn.cchc.platform.calendar.DayWording;

/** The reason of a recount, as shown in the history. */
public final class RecountReason {

    private RecountReason() {}

    /** @param version of the table used */
    public static String of(String version, LocalDate before, LocalDate after) {
        return text("hạn", version, before, after);
    }

    /** The same for the last working day before an unchanged due day. */
    public static String ofWorkDay(String version, LocalDate before, LocalDate after) {
        return text("ngày làm việc cuối cùng trước hạn", version, before, after);
    }

    /** The same for a report's cut-off day. */
    public static String ofCutOff(String version, LocalDate before, LocalDate after) {
        return text("ngày chốt số liệu", version, before, after);
    }

    private static String text(String what, String version, LocalDate before, LocalDate after) {
        return "Tính lại theo bảng ngày làm việc " + version + ": " + what + " " + DayWording.vi(before)
                + (before.equals(after) ? " không đổi" : " → " + DayWording.vi(after));
    }
}
