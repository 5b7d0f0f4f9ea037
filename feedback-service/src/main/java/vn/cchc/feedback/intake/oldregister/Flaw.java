package vn.cchc.feedback.intake.oldregister;

/** What is wrong with a row of an old register as a whole, so that it is not taken. */
public enum Flaw {
    /** One of its cells goes over several rows: what belongs to which is not plain. */
    MERGED_ROWS,
    /** One of its cells goes over several columns, and covers those beside it. */
    MERGED_COLUMNS,
    /** It has more cells than there are headings: a text with the separator in it stands without quotes. */
    MORE_CELLS,
    /** The row beneath has neither number nor day: it seems to go on there. */
    GOES_ON,
    /** It has neither number nor day, and stands beneath another: it seems to belong to that one. */
    BELONGS_ABOVE,
    /** Its day may have day and month exchanged: other cells of its column tell that a program has read them so. */
    DAY_OR_MONTH,
    /** It states a result: it is no open case. */
    ANSWERED
}
