package vn.cchc.platform.recount;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Why a due day was counted anew, as the history of what is due gives it to whoever reads it. */
public final class RecountReason {

    private static final DateTimeFormatter IN_FIGURES = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private RecountReason() {}

    /** @param version of the table that it was counted with */
    public static String of(String version, LocalDate before, LocalDate after) {
        return text("hạn", version, before, after);
    }

    /** The same of the last working day before a due day that stays. */
    public static String ofWorkDay(String version, LocalDate before, LocalDate after) {
        return text("ngày làm việc cuối cùng trước hạn", version, before, after);
    }

    /** The same of the last day that a report counts. */
    public static String ofCutOff(String version, LocalDate before, LocalDate after) {
        return text("ngày chốt số liệu", version, before, after);
    }

    private static String text(String what, String version, LocalDate before, LocalDate after) {
        return "Tính lại theo bảng ngày làm việc " + version + ": " + what + " " + IN_FIGURES.format(before)
                + (before.equals(after) ? " không đổi" : " → " + IN_FIGURES.format(after));
    }
}
