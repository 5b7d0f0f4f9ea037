package vn.cchc.platform.recount;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The reason of a recount, as shown in the history. */
public final class RecountReason {

    private static final DateTimeFormatter IN_FIGURES = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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
        return "Tính lại theo bảng ngày làm việc " + version + ": " + what + " " + IN_FIGURES.format(before)
                + (before.equals(after) ? " không đổi" : " → " + IN_FIGURES.format(after));
    }
}
