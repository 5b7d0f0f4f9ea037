package vn.cchc.plan.importing.annex;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.plan.importing.annex.PrintedAnnex.Cell;
import vn.cchc.plan.importing.annex.PrintedAnnex.Column;
import vn.cchc.plan.importing.annex.PrintedAnnex.Line;
import vn.cchc.platform.document.Sheet;

/**
 * The annex as a spreadsheet: its letterhead above, one row for each of its rows, money as numbers. The body of a whole plan has a
 * sheet of its own before it, one row for each paragraph.
 */
public final class AnnexSheet {

    public static final String MEDIA_TYPE = Sheet.MEDIA_TYPE;

    /** Figures in a line of the body: it is as wide as the page. */
    private static final int BODY = 140;

    private AnnexSheet() {}

    /** The same annex gives the same bytes. */
    public static byte[] of(PrintedAnnex annex) {
        // A column of the sheet is as wide as its number of figures; about two of them are a millimetre of print wide.
        List<Integer> widths =
                annex.columns().stream().map(column -> column.width() / 2).toList();
        List<Sheet.Named> sheets = new ArrayList<>();
        annex.body()
                .ifPresent(body ->
                        sheets.add(new Sheet.Named("Kế hoạch", List.of(BODY), sheet -> fill(sheet, annex, body))));
        for (int part = 0; part < annex.parts().size(); part++) {
            int number = part;
            sheets.add(new Sheet.Named(annex.sheet(part), sheet -> fill(sheet, annex, number)));
        }
        return Sheet.file(sheets, widths, Sheet.Paper.PLAIN);
    }

    private static void fill(Sheet sheet, PrintedAnnex annex, PrintedBody body) {
        String number = "Số: " + annex.head().number() + (annex.draft() ? " (DỰ THẢO)" : "");
        centred(sheet, 0, String.join(" ", annex.issuer()), true, false);
        centred(sheet, 0, number, false, false);
        centred(sheet, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, false);
        centred(sheet, 0, "Độc lập - Tự do - Hạnh phúc", true, false);
        centred(sheet, 0, annex.placeAndDay(), false, true);
        annex.title().forEach(line -> centred(sheet, 0, line, true, false));
        for (PrintedBody.Line line : body.lines()) {
            boolean bold = line.kind() == PrintedBody.Kind.SECTION || line.kind() == PrintedBody.Kind.PART;
            paragraph(sheet, line.text(), bold);
        }
        if (!body.recipients().isEmpty()) {
            paragraph(sheet, "Nơi nhận:", true);
            body.recipients().forEach(recipient -> paragraph(sheet, "- " + recipient + ";", false));
        }
        body.signature().ifPresent(line -> paragraph(sheet, line, true));
    }

    private static void paragraph(Sheet sheet, String text, boolean bold) {
        sheet.paragraph(0, text, bold);
        sheet.nextRow();
    }

    private static void centred(Sheet sheet, int last, String text, boolean bold, boolean italic) {
        sheet.line(0, last, text, bold, italic);
        sheet.nextRow();
    }

    private static void fill(Sheet sheet, PrintedAnnex annex, int part) {
        boolean headed = part == 0 && annex.body().isEmpty();
        if (headed) {
            letterhead(sheet, annex);
        }
        int last = annex.columns().size() - 1;
        PrintedAnnex.Heading heading = annex.headings().get(part);
        centred(sheet, last, heading.label(), true, false);
        if (headed) {
            annex.title().forEach(line -> centred(sheet, last, line, true, false));
        } else {
            heading.title().ifPresent(title -> centred(sheet, last, title, true, false));
        }
        centred(sheet, last, annex.reference(), false, true);
        if (headed) {
            heading.title().ifPresent(title -> centred(sheet, last, title, true, false));
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
