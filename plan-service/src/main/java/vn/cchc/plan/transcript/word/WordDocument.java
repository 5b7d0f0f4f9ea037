package vn.cchc.plan.transcript.word;

import java.util.List;

/**
 * The content of a Word document in printed order: the paragraphs and tables of its body, as a person who has accepted
 * all changes would see them.
 *
 * @param blocks paragraphs and tables; neither empty paragraphs nor tables without a cell
 * @param omissions content that is not among the blocks, never dropped in silence; the first 200
 * @param furtherOmissions how many omissions there are beyond those listed
 */
public record WordDocument(List<Block> blocks, List<Omission> omissions, int furtherOmissions) {

    public WordDocument {
        blocks = List.copyOf(blocks);
        omissions = List.copyOf(omissions);
    }

    /** A paragraph or a table. */
    public sealed interface Block permits Paragraph, Table {}

    /**
     * A paragraph.
     *
     * @param number the automatic number or bullet as Word prints it ("1.1.", "a)", "-"), without following blanks; null
     *     for a paragraph that has none
     * @param text text in NFC; line breaks and tabs are blanks; empty only where a number stands alone
     */
    public record Paragraph(String number, String text) implements Block {}

    /** A table. Nested tables are omissions. */
    public record Table(List<Row> rows) implements Block {

        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param heading whether Word repeats it on each page (w:tblHeader, ECMA-376 part 1, 17.4.78)
     */
    public record Row(boolean heading, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell of a row.
     *
     * @param column first column of the table's grid that it covers, from 0
     * @param span number of columns that it covers, at least 1
     * @param continued whether it continues the cell above it (w:vMerge, ECMA-376 part 1, 17.4.84); it is then empty or
     *     has text that Word hides
     */
    public record Cell(int column, int span, boolean continued, List<Paragraph> paragraphs) {

        public Cell {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * Content that is not among the blocks.
     *
     * @param kind what it is
     * @param text its text, shortened to 300 characters; empty for content without text
     * @param block position of the block beside or in which it stands, from 0
     */
    public record Omission(Kind kind, String text, int block) {

        /** Kinds of content that are not transcribed. */
        public enum Kind {
            TEXT_BOX,
            NESTED_TABLE,
            PICTURE,
            FOOTNOTE,
            FORMULA,
            HIDDEN_TEXT,
            DELETED_TEXT,
            UNKNOWN
        }
    }
}
