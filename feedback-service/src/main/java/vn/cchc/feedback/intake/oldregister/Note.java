package vn.cchc.feedback.intake.oldregister;

/**
 * What people have to know of the reading of an old register.
 *
 * @param sheet name of the sheet; empty for a text
 * @param row number of the row, from 1; 0 for all of the sheet
 * @param place letters of a column, or name of a cell; empty where there is none
 */
public record Note(Note.Kind kind, String sheet, int row, String place) {

    /** Kinds of notes. */
    public enum Kind {
        /** No row of the sheet has the headings of a register: it is not read. */
        SHEET_WITHOUT_HEADING,
        /** A row with neither a day of receipt nor a content, such as a sum or a title: it is not read. */
        ROW_WITHOUT_CASE,
        /** The hidden sheet was read. */
        HIDDEN_SHEET,
        /** The hidden row was read. */
        HIDDEN_ROW,
        /** The hidden column was read. */
        HIDDEN_COLUMN,
        /** A row of a text that stood in several lines was put together. */
        BROKEN_ROW,
        /** A comment on a cell is not read. */
        COMMENT,
        /** Pictures, or a text that another cell covers, are not read. */
        OTHER_CONTENT
    }
}
