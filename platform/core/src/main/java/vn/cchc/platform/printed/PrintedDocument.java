package vn.cchc.platform.printed;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The content of a file in printed order, as people see it: the paragraphs and tables of a Word document with all changes accepted,
 * the sheets of a workbook, the rows of a text.
 *
 * @param blocks paragraphs, tables and sheets; neither empty paragraphs nor tables without a cell
 * @param omissions content that is not among the blocks, never dropped in silence; the first 200, and texts of page margins
 * @param furtherOmissions how many omissions there are beyond those listed
 * @param remarks on content that is among the blocks, although people may see it otherwise
 */
public record PrintedDocument(
        List<Block> blocks, List<Omission> omissions, int furtherOmissions, List<Remark> remarks) {

    public PrintedDocument {
        blocks = List.copyOf(blocks);
        omissions = List.copyOf(omissions);
        remarks = List.copyOf(remarks);
    }

    /** A document on which there is nothing to remark. */
    public PrintedDocument(List<Block> blocks, List<Omission> omissions, int furtherOmissions) {
        this(blocks, omissions, furtherOmissions, List.of());
    }

    /** A paragraph, a table, or a sheet. */
    public sealed interface Block permits Paragraph, Table, Sheet {}

    /**
     * A paragraph.
     *
     * @param number the automatic number or bullet as Word prints it ("1.1.", "a)", "-"), without following blanks; null
     *     for a paragraph that has none
     * @param text text in NFC; line breaks and tabs are blanks; empty only where a number stands alone
     */
    public record Paragraph(String number, String text) implements Block {}

    /**
     * A table. Nested tables are omissions.
     *
     * @param first number of the first row in its table or sheet, from 1
     */
    public record Table(int first, List<Row> rows) implements Block {

        public Table {
            rows = List.copyOf(rows);
        }

        public Table(List<Row> rows) {
            this(1, rows);
        }
    }

    /**
     * A grid in which titles, tables and notes stand beneath each other: a sheet of a workbook, or text with separators.
     *
     * @param name of the sheet; empty for a text
     * @param rows from the first row of the grid to the last with text; those without any have no cells, the others have
     *     cells with text and merged cells only
     */
    public record Sheet(String name, List<Row> rows) implements Block {

        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param heading whether Word repeats it on each page (w:tblHeader, ECMA-376 part 1, 17.4.78)
     * @param fields in a text with separators, how many cells the row has, those without text among them; 0 elsewhere
     */
    public record Row(boolean heading, List<Cell> cells, int fields) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of a table or sheet. */
        public Row(boolean heading, List<Cell> cells) {
            this(heading, cells, 0);
        }
    }

    /**
     * A cell of a row.
     *
     * @param column first column of the table's grid that it covers, from 0
     * @param span number of columns that it covers, at least 1
     * @param continued whether it continues the cell above it (w:vMerge, ECMA-376 part 1, 17.4.84); it is then empty or
     *     has text that Word hides
     * @param number the number that the text shows, where the file states a number: its text may be ambiguous ("1.200"), it is
     *     not; null for a text
     * @param moment the day and time that the file states, where the format shows day, month and year, in whatever order; null for a
     *     text, for any other number, and for a date of which the format hides a part: a program has filled that in ("12/2020" is
     *     kept as the first of December)
     */
    public record Cell(
            int column,
            int span,
            boolean continued,
            List<Paragraph> paragraphs,
            BigDecimal number,
            LocalDateTime moment) {

        public Cell {
            paragraphs = List.copyOf(paragraphs);
        }

        /** A cell with text. */
        public Cell(int column, int span, boolean continued, List<Paragraph> paragraphs) {
            this(column, span, continued, paragraphs, null, null);
        }
    }

    /**
     * What people have to know of content that is among the blocks.
     *
     * @param text the name of a sheet, the letters of a column, the name of a cell
     * @param block position of the block in which it stands, from 0
     * @param row number of the row, from 1; 0 for all of the block
     */
    public record Remark(Remark.Kind kind, String text, int block, int row) {

        /** Kinds of remarks. */
        public enum Kind {
            HIDDEN_SHEET,
            HIDDEN_ROW,
            HIDDEN_COLUMN,
            /** A formula of which the file states no value: it has no text. */
            FORMULA_WITHOUT_VALUE,
            /** A row of a text that stood in several lines, since one of its cells has several: they were put together. */
            BROKEN_ROW,
            /** A formula whose value is an error, such as "#REF!". */
            FORMULA_ERROR
        }
    }

    /**
     * Content that is not among the blocks.
     *
     * @param kind what it is
     * @param text its text, shortened to 300 characters; empty for content without text
     * @param block position of the block beside or in which it stands, from 0
     */
    public record Omission(Omission.Kind kind, String text, int block) {

        /** Kinds of content that are not transcribed. */
        public enum Kind {
            TEXT_BOX,
            NESTED_TABLE,
            PICTURE,
            FOOTNOTE,
            /** A comment on a cell or a text; of a cell, with its name before it: "B5: …". */
            COMMENT,
            FORMULA,
            /** Pictures, charts and text boxes over a sheet; a sheet that is a chart. */
            DRAWING,
            HIDDEN_TEXT,
            DELETED_TEXT,
            /** A header or footer of pages, with the numbers of pages as they were last shown. */
            PAGE_MARGIN,
            UNKNOWN
        }
    }
}
