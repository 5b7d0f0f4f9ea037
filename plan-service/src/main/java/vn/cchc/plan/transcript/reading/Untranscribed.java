package vn.cchc.plan.transcript.reading;

/**
 * Something of the file that is not in the plan document.
 *
 * @param text its beginning; empty for content without text
 */
public record Untranscribed(Place place, String text, Why why) {

    /** Whether it stood in the annex, or states money: more than a text without a place. */
    public boolean concernsAnnex() {
        return place.concernsAnnex() || why == Why.NO_TASK || why == Why.NO_AMOUNT || why == Why.NO_COLUMN;
    }

    /** Why it was not transcribed. */
    public enum Why {
        /** A paragraph that belongs to no part of a plan document: a preamble, a signature, a section of another kind. */
        NO_PLACE,
        /** A cell beneath the same column as another cell of its row. */
        NO_COLUMN,
        /** A row of a table whose heading names no tasks. */
        NO_ANNEX,
        /** A cell of a row of the annex that names no task. */
        NO_TASK,
        /** It is longer than a plan document allows. */
        TOO_LONG,
        /** A plan document takes no more of its kind. */
        TOO_MANY,
        /** What it states as money is no single amount, or is in doubt. */
        NO_AMOUNT,
        TEXT_BOX,
        NESTED_TABLE,
        PICTURE,
        FOOTNOTE,
        /** A comment on a cell or a text. */
        COMMENT,
        FORMULA,
        /** Pictures, charts and text boxes over a sheet. */
        DRAWING,
        HIDDEN_TEXT,
        DELETED_TEXT,
        /** A header or footer of pages that says more than the plan's own head and the number of the page. */
        PAGE_MARGIN,
        /** Content of a kind that is not known. */
        UNKNOWN
    }
}
