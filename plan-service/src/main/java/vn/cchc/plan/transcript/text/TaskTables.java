package vn.cchc.plan.transcript.text;

import vn.cchc.plan.transcript.document.PrintedDocument.Sheet;

/** What is known of tables of tasks: a text alone does not tell its separator, nor where a row begins. */
public interface TaskTables {

    /** How many columns the heading has that names tasks; 0 where there is none. */
    int columns(Sheet sheet);

    /** Whether a cell is the code of a row, and nothing else. */
    boolean isCode(String cell);
}
