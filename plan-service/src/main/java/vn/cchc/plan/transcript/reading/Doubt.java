package vn.cchc.plan.transcript.reading;

import java.util.Optional;

/**
 * Something that a person has to look at.
 *
 * @param place empty where what is missing stands nowhere
 * @param text the text in doubt, or its beginning; empty where there is none
 */
public record Doubt(Code code, Optional<Place> place, String text) {

    /** Whether it is about the annex or its money, or about what is found nowhere: more than any other. */
    public boolean concernsAnnex() {
        return place.map(Place::concernsAnnex).orElse(true)
                || switch (code) {
                    case AMOUNT_WITHOUT_UNIT,
                            AMOUNT_AMBIGUOUS,
                            AMOUNT_SHARED,
                            AMOUNT_COLUMNS,
                            TOTAL_TWICE,
                            COLUMNS_UNCLEAR,
                            COMBINED_COLUMN,
                            TABLE_CONTINUED -> true;
                    default -> false;
                };
    }

    /** Kinds of doubts. */
    public enum Code {
        /** The number of the plan was not found. */
        NUMBER_MISSING,
        /** The number of the plan is left to be filled in. */
        NUMBER_BLANK,
        TITLE_MISSING,
        ISSUER_MISSING,
        /** The day of signing was not found, is left to be filled in, or is no day. */
        SIGNED_DAY_MISSING,
        /** The title names no year, or several. */
        YEAR_MISSING,
        /** No table has a heading that names tasks. */
        ANNEX_MISSING,
        /** Neither the heading nor the cell names the unit of an amount. */
        AMOUNT_WITHOUT_UNIT,
        /** Nothing names the unit of a column of money: it was read as đồng, since its amounts are printed in full. */
        AMOUNT_ASSUMED_DONG,
        /** An amount can be read in several ways. */
        AMOUNT_AMBIGUOUS,
        /** An amount stands in a cell merged over several rows: it was given to the first. */
        AMOUNT_SHARED,
        /** The total is printed more than once, with different amounts. */
        TOTAL_TWICE,
        /** Several columns state money, and none of them the total. */
        AMOUNT_COLUMNS,
        /** Several columns name the tasks, or the same thing about them: one was taken, or none where they are equal. */
        COLUMNS_UNCLEAR,
        /** One column names several things, such as who leads and who takes part: it was taken for one of them. */
        COMBINED_COLUMN,
        /** A table without a heading was read as the annex continued. */
        TABLE_CONTINUED,
        /** A task over several rows was joined into one. */
        ROWS_JOINED,
        /** A row lies too deep in the tree: it was put higher. */
        ROW_TOO_DEEP,
        /** The code of a row does not tell where in the tree it stands. */
        ROW_PLACE,
        /** A text is longer than a plan document allows. */
        TEXT_TOO_LONG,
        /** There is more of a kind than a plan document takes. */
        TOO_MANY,
        /** A sheet is hidden: it was read. */
        SHEET_HIDDEN,
        /** A row of a sheet is hidden: it was read. */
        ROW_HIDDEN,
        /** A column of a sheet is hidden: it was read. */
        COLUMN_HIDDEN,
        /** The file does not state the value of a formula: its cell was read as empty. */
        FORMULA_WITHOUT_VALUE,
        /** The value of a formula is an error. */
        FORMULA_ERROR
    }
}
