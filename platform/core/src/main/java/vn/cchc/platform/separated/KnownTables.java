package vn.cchc.platform.separated;

import vn.cchc.platform.printed.PrintedDocument.Sheet;

/** What is known of the tables that are looked for: a text alone does not tell its separator, nor where a row begins. */
public interface KnownTables {

    /** How many columns the heading of such a table has; 0 where there is none. */
    int columns(Sheet sheet);

    /** Whether a cell is the code of a row, and nothing else. */
    boolean isCode(String cell);
}
