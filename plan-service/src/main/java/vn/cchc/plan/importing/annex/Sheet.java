package vn.cchc.plan.importing.annex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A spreadsheet of one table: A4 landscape, as wide as the page, its heading on each page. A text is a cell of the type of texts:
 * whatever it begins with, it is no formula.
 */
final class Sheet {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String FONT = "Times New Roman";
    private static final int TEXT = 12;
    /** Signs of the longest text that a cell of a spreadsheet takes. */
    private static final int LONGEST = 32_767;

    private static final float MARGIN = 0.6f;

    private final Worksheet cells;
    private int row;

    private Sheet(Worksheet cells) {
        this.cells = cells;
    }

    /** What fills a sheet. */
    interface Filling {
        void fill(Sheet sheet);
    }

    /** A sheet with its name. */
    record Named(String name, Filling filling) {}

    /** The same content gives the same bytes. */
    static byte[] file(String name, List<Integer> widths, Filling filling) {
        return file(List.of(new Named(name, filling)), widths);
    }

    /** Likewise with several sheets, whose columns have the same widths. */
    static byte[] file(List<Named> sheets, List<Integer> widths) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try (Workbook workbook = new Workbook(out, "CCHC", null)) {
            workbook.setGlobalDefaultFont(FONT, TEXT);
            for (Named sheet : sheets) {
                sheet.filling().fill(new Sheet(worksheet(workbook.newWorksheet(sheet.name()), widths)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The spreadsheet could not be written", e);
        }
        try {
            return PackedFile.withoutTimes(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The spreadsheet could not be written", e);
        }
    }

    private static Worksheet worksheet(Worksheet cells, List<Integer> widths) {
        cells.paperSize(PaperSize.A4_PAPER);
        cells.pageOrientation("landscape");
        cells.setFitToPage(true);
        cells.fitToWidth((short) 1);
        cells.fitToHeight((short) 0);
        cells.leftMargin(MARGIN);
        cells.rightMargin(MARGIN);
        for (int i = 0; i < widths.size(); i++) {
            cells.width(i, widths.get(i));
        }
        return cells;
    }

    /** A line over some columns, centred: not in a merged cell, since the library writes these in any order. */
    void line(int first, int last, String text, boolean bold, boolean italic) {
        put(first, text);
        StyleSetter style = cells.range(row, first, row, last).style().horizontalAlignment("centerContinuous");
        if (bold) {
            style.bold();
        }
        if (italic) {
            style.italic();
        }
        style.set();
    }

    void nextRow() {
        row++;
    }

    /** The row of headings, repeated on each page, which stays when people scroll. */
    void headings(List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            put(i, headings.get(i));
            style(i, true).horizontalAlignment("center").set();
        }
        cells.repeatRows(row);
        cells.freezePane(0, row + 1);
        nextRow();
    }

    void text(int column, String text, boolean bold) {
        if (!text.isEmpty()) {
            put(column, text);
        }
        style(column, bold).horizontalAlignment("left").set();
    }

    void number(int column, long number, boolean bold) {
        cells.value(row, column, number);
        style(column, bold).horizontalAlignment("right").format("#,##0").set();
    }

    private void put(int column, String text) {
        cells.value(row, column, text.substring(0, Math.min(text.length(), LONGEST)));
    }

    private StyleSetter style(int column, boolean bold) {
        StyleSetter style =
                cells.style(row, column).wrapText(true).verticalAlignment("top").borderStyle(BorderStyle.THIN);
        return bold ? style.bold() : style;
    }
}
