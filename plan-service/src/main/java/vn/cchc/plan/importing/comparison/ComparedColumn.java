package vn.cchc.plan.importing.comparison;

/** A cell of a row, named as in the plan document. */
public enum ComparedColumn {
    CODE,
    TITLE,
    LEAD,
    COORDINATING,
    PRODUCTS,
    TIMING,
    AMOUNT,
    PRINTED_AMOUNT,
    OTHER_CELLS
}
