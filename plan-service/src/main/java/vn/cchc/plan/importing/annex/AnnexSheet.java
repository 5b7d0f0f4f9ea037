package vn.cchc.plan.importing.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.cchc.plan.importing.annex.PrintedAnnex.Cell;
import vn.cchc.plan.importing.annex.PrintedAnnex.Column;
import vn.cchc.plan.importing.annex.PrintedAnnex.Line;
import vn.cchc.platform.document.Sheet;

/** The annex as a spreadsheet: its letterhead above, one row for each of its rows, money as numbers. */
public final class AnnexSheet {

    public static final String MEDIA_TYPE = Sheet.MEDIA_TYPE;

    private AnnexSheet() {}

    /** The same annex gives the same bytes. */
    public static byte[] of(PrintedAnnex annex) {
        // A column of the sheet is as wide as its number of figures; about two of them are a millimetre of print wide.
        List<Integer> widths =
                annex.columns().stream().map(column -> column.width() / 2).toList();
        List<Sheet.Named> sheets = new ArrayList<>();
        for (int part = 0; part < annex.parts().size(); part++) {
            int number = part;
            sheets.add(new Sheet.Named(annex.heading(part), sheet -> fill(sheet, annex, number)));
        }
        return Sheet.file(sheets, widths, Sheet.Paper.PLAIN);
    }

    private static void fill(Sheet sheet, PrintedAnnex annex, int part) {
        if (part == 0) {
            letterhead(sheet, annex);
        }
        int last = annex.columns().size() - 1;
        sheet.line(0, last, annex.heading(part).toUpperCase(Locale.ROOT), true, false);
        sheet.nextRow();
        if (part == 0) {
            title(sheet, annex);
        }
        sheet.headings(annex.columns().stream().map(Column::heading).toList());
        for (Line line : annex.parts().get(part)) {
            for (int i = 0; i <= last; i++) {
                cell(sheet, i, line.cells().get(i), line.heading());
            }
            sheet.nextRow();
        }
        if (part == annex.parts().size() - 1) {
            annex.total().ifPresent(total -> total(sheet, annex.columns(), total));
        }
    }

    private static void letterhead(Sheet sheet, PrintedAnnex annex) {
        int last = annex.columns().size() - 1;
        int left = last / 2;
        sheet.line(0, left, String.join(" ", annex.issuer()), true, false);
        sheet.line(left + 1, last, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, false);
        sheet.nextRow();
        sheet.line(0, left, "Số: " + annex.head().number() + (annex.draft() ? " (DỰ THẢO)" : ""), false, false);
        sheet.line(left + 1, last, "Độc lập - Tự do - Hạnh phúc", true, false);
        sheet.nextRow();
        sheet.line(left + 1, last, annex.placeAndDay(), false, true);
        sheet.nextRow();
    }

    private static void title(Sheet sheet, PrintedAnnex annex) {
        int last = annex.columns().size() - 1;
        for (String line : annex.title()) {
            sheet.line(0, last, line, true, false);
            sheet.nextRow();
        }
        sheet.line(0, last, annex.reference(), false, true);
        sheet.nextRow();
    }

    private static void total(Sheet sheet, List<Column> columns, long total) {
        for (int i = 0; i < columns.size(); i++) {
            cell(sheet, i, PrintedAnnex.ofTotal(columns.get(i).kind(), total), true);
        }
    }

    private static void cell(Sheet sheet, int column, Cell cell, boolean bold) {
        if (cell.amount().isPresent()) {
            sheet.number(column, cell.amount().get(), bold);
        } else {
            sheet.text(column, String.join("\n", cell.paragraphs()), bold);
        }
    }
}
