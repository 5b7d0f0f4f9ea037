package vn.cchc.feedback.intake.oldregister;

import java.util.List;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.separated.KnownTables;

/**
 * A register of feedback that an office has kept in a file.
 *
 * @param rows one for each case
 * @param columns those that are read, and those that are not
 * @param notes the first {@value #MOST_NOTES}
 * @param furtherNotes how many there are beyond those listed
 */
public record OldRegister(List<WrittenRow> rows, List<HeadedColumn> columns, List<Note> notes, int furtherNotes) {

    /** Cases of one file: a commune has some hundred a year. Of more, several files are made. */
    public static final int MOST_ROWS = 2_000;

    /** Columns of all sheets of a file together. */
    public static final int MOST_COLUMNS = 500;

    public static final int MOST_NOTES = 200;

    /** What tells the rows of a register from other text. */
    public static final KnownTables TABLES = new KnownTables() {
        @Override
        public int columns(PrintedDocument.Sheet sheet) {
            return Headings.in(sheet.rows()).map(Headings::read).orElse(0);
        }

        @Override
        public boolean isCode(String cell) {
            return cell.matches("[0-9]{1,6}[.)]?");
        }
    };

    public OldRegister {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** @throws UnfitRegister where no row can be taken */
    public static OldRegister read(PrintedDocument document) {
        return new RegisterReader(document).read();
    }
}
