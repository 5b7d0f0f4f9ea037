package vn.cchc.platform.workbook;

import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/**
 * Where a cell stands in its sheet.
 *
 * @param row from 1
 * @param column from 0
 */
record CellName(int row, int column) {

    /** Rows that a sheet of Excel has. */
    static final int ROWS = 1 << 20;

    /** Columns that a sheet of Excel has: "XFD" is the last. */
    static final int COLUMNS = 1 << 14;

    private static final int LETTERS = 26;

    /**
     * Reads a name such as "AB12" or "$AB$12".
     *
     * @throws UnreadableFile for one of no cell
     */
    static CellName of(String name) {
        int column = 0;
        int row = 0;
        int at = 0;
        String plain = name.replace("$", "");
        while (at < plain.length() && plain.charAt(at) >= 'A' && plain.charAt(at) <= 'Z' && column <= COLUMNS) {
            column = column * LETTERS + plain.charAt(at) - 'A' + 1;
            at++;
        }
        int figures = at;
        while (at < plain.length() && plain.charAt(at) >= '0' && plain.charAt(at) <= '9' && row <= ROWS) {
            row = row * 10 + plain.charAt(at) - '0';
            at++;
        }
        if (at < plain.length() || at == figures || column < 1 || column > COLUMNS || row < 1 || row > ROWS) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        return new CellName(row, column - 1);
    }

    /** The letters of a column. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return letters(column) + row;
    }
}
