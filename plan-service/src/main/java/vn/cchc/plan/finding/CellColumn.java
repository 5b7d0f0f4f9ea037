package vn.cchc.plan.finding;

/** The column of a {@link Cell}, named as in the plan document. */
public enum CellColumn {
    CODE,
    TITLE,
    LEAD,
    COORDINATING,
    TIMING,
    AMOUNT,
    /** A target of the body. */
    TARGET,
    /** In the header. */
    ISSUER,
    /** In the header. */
    STATED_TOTAL
}
