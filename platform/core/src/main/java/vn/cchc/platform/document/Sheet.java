package vn.cchc.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A spreadsheet of one table: A4 landscape, as wide as the page, its heading on each page. A text is a cell of the type of texts:
 * whatever it begins with, it is no formula.
 */
public final class Sheet {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String FONT = "Times New Roman";
    private static final int TEXT = 12;
    /** Signs of the longest text that a cell of a spreadsheet takes. */
    private static final int LONGEST = 32_767;

    private static final float MILLIMETRES_PER_INCH = 25.4f;

    /** Rows written at once: what a sheet of any length holds in memory. */
    private static final int BLOCK = 200;

    /** In points; the highest that a row may be. */
    private static final double HIGHEST = 409;

    private static final double LINE = 16;

    /** By how much of a figure a capital of Times New Roman is wider than one, and how many times a bold letter. */
    private static final double WIDER_CAPITAL = 0.4;

    private static final double WIDER_BOLD = 1.1;

    private final Worksheet cells;
    private final List<Integer> widths;
    private int row;
    private int lines = 1;

    private Sheet(Worksheet cells, List<Integer> widths) {
        this.cells = cells;
        this.widths = widths;
    }

    /** What fills a sheet. */
    public interface Filling {
        void fill(Sheet sheet);
    }

    /**
     * Margins in millimetres.
     *
     * @param numbered whether the number of the page stands at the top
     */
    public record Paper(int top, int right, int bottom, int left, boolean numbered) {

        /** For what people edit further. */
        public static final Paper PLAIN = new Paper(19, 15, 19, 15, false);
    }

    /**
     * A sheet with its name.
     *
     * @param widths of its columns where they are others than those of the file, in figures of the text; empty otherwise
     */
    public record Named(String name, List<Integer> widths, Filling filling) {

        public Named {
            widths = List.copyOf(widths);
        }

        /** A sheet with the columns of the file. */
        public Named(String name, Filling filling) {
            this(name, List.of(), filling);
        }

        private List<Integer> widthsOr(List<Integer> ofTheFile) {
            return widths.isEmpty() ? ofTheFile : widths;
        }
    }

    /**
     * The same content gives the same bytes.
     *
     * @param widths of the columns, in figures of the text
     */
    public static byte[] file(String name, List<Integer> widths, Paper paper, Filling filling) {
        return file(List.of(new Named(name, filling)), widths, paper);
    }

    /** Likewise with several sheets, whose columns have these widths unless a sheet has others. */
    public static byte[] file(List<Named> sheets, List<Integer> widths, Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try (Workbook workbook = new Workbook(out, "CCHC", null)) {
            // Other than that of the cells: some programs set cells of the default font in one of their own.
            workbook.setGlobalDefaultFont(FONT, TEXT - 1);
            for (Named sheet : sheets) {
                List<Integer> columns = sheet.widthsOr(widths);
                Worksheet cells = worksheet(workbook.newWorksheet(sheet.name()), columns, paper);
                sheet.filling().fill(new Sheet(cells, columns));
                // One sheet after the other is written to the file.
                cells.finish();
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

    private static Worksheet worksheet(Worksheet cells, List<Integer> widths, Paper paper) {
        cells.paperSize(PaperSize.A4_PAPER);
        cells.pageOrientation("landscape");
        cells.setFitToPage(true);
        cells.fitToWidth((short) 1);
        cells.fitToHeight((short) 0);
        cells.topMargin(paper.top() / MILLIMETRES_PER_INCH);
        cells.rightMargin(paper.right() / MILLIMETRES_PER_INCH);
        cells.bottomMargin(paper.bottom() / MILLIMETRES_PER_INCH);
        cells.leftMargin(paper.left() / MILLIMETRES_PER_INCH);
        if (paper.numbered()) {
            cells.header("&P", Position.CENTER, FONT, TEXT);
        }
        for (int i = 0; i < widths.size(); i++) {
            cells.width(i, widths.get(i));
        }
        return cells;
    }

    /** A line over some columns, centred: not in a merged cell, since the library writes these in any order. */
    public void line(int first, int last, String text, boolean bold, boolean italic) {
        put(first, text);
        StyleSetter style = cells.range(row, first, row, last)
                .style()
                .fontName(FONT)
                .fontSize(TEXT)
                .horizontalAlignment("centerContinuous");
        if (bold) {
            style.bold();
        }
        if (italic) {
            style.italic();
        }
        style.set();
    }

    /** What stands above cannot be changed any more: it may have been written. */
    public void nextRow() {
        // Not every program makes room for the lines of a cell by itself.
        if (lines > 1) {
            cells.rowHeight(row, Math.min(HIGHEST, lines * LINE));
            lines = 1;
        }
        row++;
        if (row % BLOCK == 0) {
            try {
                cells.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The spreadsheet could not be written", e);
            }
        }
    }

    /** The row of headings, repeated on each page, which stays when people scroll. */
    public void headings(List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            put(i, headings.get(i));
            lines = Math.max(lines, linesOf(headings.get(i), widths.get(i), true));
            style(i, true).horizontalAlignment("center").set();
        }
        cells.repeatRows(row);
        cells.freezePane(0, row + 1);
        nextRow();
    }

    public void text(int column, String text, boolean bold) {
        if (!text.isEmpty()) {
            put(column, text);
            lines = Math.max(lines, linesOf(text, widths.get(column), bold));
        }
        style(column, bold).horizontalAlignment("left").set();
    }

    /** A paragraph of text, in a cell without lines around it. */
    public void paragraph(int column, String text, boolean bold) {
        if (!text.isEmpty()) {
            put(column, text);
            lines = Math.max(lines, linesOf(text, widths.get(column), bold));
        }
        StyleSetter style = cells.style(row, column)
                .fontName(FONT)
                .fontSize(TEXT)
                .wrapText(true)
                .verticalAlignment("top")
                .horizontalAlignment("left");
        if (bold) {
            style.bold();
        }
        style.set();
    }

    public void number(int column, long number, boolean bold) {
        cells.value(row, column, number);
        style(column, bold).horizontalAlignment("right").format("#,##0").set();
    }

    public void day(int column, LocalDate day) {
        cells.value(row, column, day);
        style(column, false).horizontalAlignment("left").format("dd/mm/yyyy").set();
    }

    public void moment(int column, LocalDateTime moment) {
        cells.value(row, column, moment);
        style(column, false)
                .horizontalAlignment("left")
                .format("dd/mm/yyyy hh:mm")
                .set();
    }

    /** In the cell itself: a table of all texts would be kept in memory until the end. */
    private void put(int column, String text) {
        cells.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST)));
    }

    /** As many as it may need; a word is broken where it is longer than its line. */
    private static int linesOf(String text, int width, boolean bold) {
        return text.lines()
                .mapToInt(paragraph -> linesOfParagraph(paragraph, width, bold))
                .sum();
    }

    private static int linesOfParagraph(String paragraph, int width, boolean bold) {
        int lines = 1;
        int used = 0;
        for (String word : paragraph.split(" ", -1)) {
            int length = widthOf(word, bold);
            if (used > 0 && used + 1 + length > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + length;
            lines += (used - 1) / width;
            used = used == 0 ? 0 : (used - 1) % width + 1;
        }
        return lines;
    }

    /** In figures: a small letter is taken for one; capitals and bold letters are wider. */
    private static int widthOf(String word, boolean bold) {
        long capitals = word.chars().filter(Character::isUpperCase).count();
        double width = word.length() + WIDER_CAPITAL * capitals;
        return (int) Math.ceil(bold ? WIDER_BOLD * width : width);
    }

    private StyleSetter style(int column, boolean bold) {
        StyleSetter style = cells.style(row, column)
                .fontName(FONT)
                .fontSize(TEXT)
                .wrapText(true)
                .verticalAlignment("top")
                .borderStyle(BorderStyle.THIN);
        return bold ? style.bold() : style;
    }
}
