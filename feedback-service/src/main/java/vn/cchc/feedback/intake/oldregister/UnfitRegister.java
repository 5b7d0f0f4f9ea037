package vn.cchc.feedback.intake.oldregister;

import java.util.List;

/** A file of which no row can be taken. */
public final class UnfitRegister extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No sheet has a row with the headings of the day of receipt and of the content. */
        WITHOUT_HEADING,
        /** Two columns of a sheet state the same: which one counts is not plain. */
        COLUMN_TWICE,
        /** More than {@link OldRegister#MOST_ROWS}. */
        TOO_MANY_ROWS,
        /** More than {@link OldRegister#MOST_COLUMNS}, of all sheets together. */
        TOO_MANY_COLUMNS
    }

    private final Reason reason;
    private final transient List<String> headings;

    UnfitRegister(Reason reason, String... headings) {
        super(reason.name());
        this.reason = reason;
        this.headings = List.of(headings);
    }

    public Reason reason() {
        return reason;
    }

    /** The headings of the columns that state the same. */
    public List<String> headings() {
        return headings;
    }
}
