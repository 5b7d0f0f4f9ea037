package vn.cchc.feedback.register.document;

import java.util.List;
import java.util.stream.Stream;
import vn.cchc.feedback.document.NationalTitle;
import vn.cchc.platform.document.Sheet;

/** The register as a spreadsheet: numbers and days as such, everything else as text, whatever it begins with. */
public final class RegisterSheet {

    public static final String MEDIA_TYPE = Sheet.MEDIA_TYPE;

    /** Margins of Decree 30/2020/NĐ-CP, Appendix I, part I, I.3. */
    private static final Sheet.Paper PAPER = new Sheet.Paper(20, 15, 20, 30, true);

    private static final RegisterColumn[] COLUMNS = RegisterColumn.values();

    /** On a screen the content has room; printed, all columns together are made to fit the page. */
    private static final List<Integer> WIDTHS = Stream.of(COLUMNS)
            .map(column -> column == RegisterColumn.CONTENT ? 55 : Math.max(9, column.width()))
            .toList();

    private RegisterSheet() {}

    /** The same register gives the same bytes. */
    public static byte[] of(PrintedRegister register) {
        return Sheet.file("Sổ theo dõi", WIDTHS, PAPER, sheet -> fill(sheet, register));
    }

    private static void fill(Sheet sheet, PrintedRegister register) {
        int last = COLUMNS.length - 1;
        int left = last / 2;
        sheet.line(0, left - 1, String.join(" ", register.issuer()), true, false);
        sheet.line(left, last, NationalTitle.STATE, true, false);
        sheet.nextRow();
        sheet.line(left, last, NationalTitle.MOTTO, true, false);
        sheet.nextRow();
        sheet.nextRow();
        sheet.line(0, last, PrintedRegister.TITLE, true, false);
        sheet.nextRow();
        sheet.line(0, last, register.period(), true, false);
        sheet.nextRow();
        sheet.line(0, last, register.standing(), false, true);
        sheet.nextRow();
        sheet.headings(Stream.of(COLUMNS).map(RegisterColumn::heading).toList());
        register.lines().each(cells -> {
            for (int i = 0; i < COLUMNS.length; i++) {
                put(sheet, i, cells.get(i));
            }
            sheet.nextRow();
        });
        end(sheet, register, left, last);
    }

    private static void put(Sheet sheet, int column, RegisterCell cell) {
        if (cell instanceof RegisterCell.Figure number) {
            sheet.number(column, number.value(), false);
        } else if (cell instanceof RegisterCell.Day day) {
            sheet.day(column, day.value());
        } else if (cell instanceof RegisterCell.Moment moment) {
            sheet.moment(column, moment.value());
        } else if (cell instanceof RegisterCell.Text text) {
            sheet.text(column, text.printed(), false);
        }
    }

    private static void end(Sheet sheet, PrintedRegister register, int left, int last) {
        sheet.line(0, last, register.total(), false, false);
        sheet.nextRow();
        sheet.line(left, last, PrintedRegister.DATE, false, true);
        sheet.nextRow();
        sheet.line(0, left - 1, PrintedRegister.KEEPER, true, false);
        sheet.line(left, last, PrintedRegister.HEAD, true, false);
        sheet.nextRow();
        sheet.line(0, left - 1, PrintedRegister.TO_SIGN, false, true);
        sheet.line(left, last, PrintedRegister.TO_SEAL, false, true);
        sheet.nextRow();
    }
}
