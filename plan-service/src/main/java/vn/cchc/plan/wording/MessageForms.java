package vn.cchc.plan.wording;

import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.cchc.plan.finding.NamedRow;
import vn.cchc.platform.text.PrintedDay;

/** Formats money, dates and rows for messages. */
@TemplateExtension
public final class MessageForms {

    private MessageForms() {}

    /** 12.900.000 đ, in both languages. */
    public static String dong(Long amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', '.') + " đ";
    }

    /** 28/02/2021. */
    public static String vi(LocalDate day) {
        return PrintedDay.inFigures(day);
    }

    /** 2021-02-28, unambiguous for readers of English. */
    public static String en(LocalDate day) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }

    /** 5.2 "Title", in both languages; only the title when the row has no code. */
    public static String name(NamedRow row) {
        String title = '"' + row.title() + '"';
        return row.code().map(code -> code + ' ' + title).orElse(title);
    }
}
