package vn.cchc.reporting.document;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.LocalDate;
import vn.cchc.platform.text.PrintedDay;

/** Dates and numbers in the form of Vietnamese administrative documents, also used in messages. */
@TemplateExtension
public final class PrintedForms {

    private PrintedForms() {}

    /**
     * "ngày 05 tháng 02 năm 2021". Days below ten and the months 1 and 2 have a leading zero, which prevents prepending
     * digits (Decree 30/2020/NĐ-CP, Appendix I, part I, II.4).
     */
    public static String inWords(LocalDate date) {
        String day = date.getDayOfMonth() < 10 ? "0" + date.getDayOfMonth() : String.valueOf(date.getDayOfMonth());
        String month = date.getMonthValue() < 3 ? "0" + date.getMonthValue() : String.valueOf(date.getMonthValue());
        return "ngày %s tháng %s năm %d".formatted(day, month, date.getYear());
    }

    /** "05/02/2021". */
    public static String inFigures(LocalDate date) {
        return PrintedDay.inFigures(date);
    }

    /** "92,9": with a decimal comma, without trailing zeros. */
    public static String decimal(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString().replace('.', ',');
    }

    /** "92,9%". */
    public static String percent(BigDecimal value) {
        return decimal(value) + "%";
    }

    /** "05": leading zero below ten. */
    public static String padded(Long number) {
        return "%02d".formatted(number);
    }
}
