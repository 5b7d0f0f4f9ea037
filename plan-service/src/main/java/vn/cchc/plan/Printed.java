package vn.cchc.plan;

/** Bounds of a plan as it is printed, and of what is read from it: of texts in characters, of lists in items. */
public final class Printed {

    /** A name or title, and the cell of who leads. */
    public static final int SHORT = 300;
    /** A cell of the annex. */
    public static final int CELL = 1000;
    /** A paragraph of the body. */
    public static final int LONG = 4000;
    /** The number of a plan. */
    public static final int NUMBER = 50;
    /** The code of a row, as printed or normalised. */
    public static final int CODE = 30;

    public static final int FIRST_YEAR = 2000;
    public static final int LAST_YEAR = 2100;
    /** The highest number of an area. */
    public static final int LAST_AREA = 99;
    /** The highest order of a row. */
    public static final int LAST_ORDER = 100_000;

    /** Areas of the body. */
    public static final int AREAS = 50;
    /** Measures of an area. */
    public static final int MEASURES = 200;

    /** Objectives, requirements and recipients, each. */
    public static final int BODY_LINES = 100;

    public static final int ARRANGEMENTS = 50;
    /** Paragraphs of an arrangement. */
    public static final int PARAGRAPHS = 50;
    /** Annexes of a plan. */
    public static final int ANNEXES = 100;
    /** Maximum rows of the annex, and hence its maximum depth. */
    public static final int ROWS = 2000;
    /** Targets of the body; beside them a row of the annex may be one. */
    public static final int TARGETS = 2000;
    /** Milestones that the timings of a plan may state: 25 for each of the most rows. */
    public static final int MILESTONES = 50_000;
    /** Findings of an import. */
    public static final int FINDINGS = 100_000;
    /** Cells of a finding: of rows, and targets of the body. */
    public static final int CELLS = ROWS + TARGETS;
    /** Rows that staff link with a target. */
    public static final int LINKED_ROWS = 20;
    /** Cells of a row in columns that a plan has no other place for. */
    public static final int OTHER_CELLS = 20;
    /** Cells of who takes part in a row. */
    public static final int COORDINATING = 20;

    /** Parties that the cell of who leads names: each is followed by a semicolon. */
    public static final int LEADS = (SHORT + 1) / 2;
    /** Rules of a timing: each clause is followed by a separator. */
    public static final int RULES = (CELL + 1) / 2;

    /** An amount in đồng; anything above is a misplaced decimal separator. */
    public static final long LARGEST_AMOUNT = 1_000_000_000_000_000L;
    /** The sum of the annex in đồng. */
    public static final long LARGEST_SUM = ROWS * LARGEST_AMOUNT;

    private Printed() {}
}
