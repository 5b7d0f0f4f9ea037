package vn.cchc.plan.finding;

/** The column of a {@link Cell}, named as in the plan document. */
public enum CellColumn {
    CODE,
    TITLE,
    LEAD,
    COORDINATING,
    PRODUCTS,
    TIMING,
    AMOUNT,
    /** A column of the annex that has no other place. */
    OTHER_CELLS,
    /** A target of the body. */
    TARGET,
    /** In the header. */
    ISSUER,
    /** In the header. */
    STATED_TOTAL
}
