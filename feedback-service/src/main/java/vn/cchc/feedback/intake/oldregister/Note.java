package vn.cchc.feedback.intake.oldregister;

/**
 * What people have to know of the reading of an old register.
 *
 * @param sheet name of the sheet; empty for a text
 * @param row number of the first row, from 1; 0 for all of the sheet
 * @param lastRow number of the last one
 * @param place letters of a column, or name of a cell; empty where there is none
 */
public record Note(Note.Kind kind, String sheet, int row, int lastRow, String place) {

    /** Kinds of notes, from what is not read on. */
    public enum Kind {
        /** No row of the sheet has the headings of a register: it is not read. */
        SHEET_WITHOUT_HEADING,
        /** The hidden sheet is not read. */
        HIDDEN_SHEET,
        /** Rows with nothing of a case, such as a sum or a title: not read. */
        ROW_WITHOUT_CASE,
        /** The hidden column was read. */
        HIDDEN_COLUMN,
        /** Hidden rows were read. */
        HIDDEN_ROW,
        /** A row of a text that stood in several lines was put together. */
        BROKEN_ROW,
        /** A comment on a cell is not read. */
        COMMENT,
        /** Pictures, or a text that another cell covers, are not read. */
        OTHER_CONTENT
    }
}
