package vn.cchc.plan.finding;

import static vn.cchc.plan.finding.Severity.ERROR;
import static vn.cchc.plan.finding.Severity.NOTICE;
import static vn.cchc.plan.finding.Severity.WARNING;

import java.util.Optional;

/** Stable identifiers; clients may attach their own help texts. Findings of one severity are sorted in this order. */
public enum FindingCode {
    /** The stated amount of a heading, or of a task with amounts beneath it, differs from their sum. */
    BUDGET_HEADING_DIFFERS(ERROR, CellColumn.AMOUNT, Figures.HeadingAmount.class),
    /** The stated grand total differs from the sum of the tasks. */
    BUDGET_TOTAL_DIFFERS(ERROR, CellColumn.STATED_TOTAL, Figures.TotalAmount.class),
    /** Several rows have the same code. */
    CODE_DUPLICATE(ERROR, CellColumn.CODE, Figures.DuplicateCode.class),
    /** A code is not made of numbers, Roman numerals or letters separated by full stops. */
    CODE_MALFORMED(WARNING, CellColumn.CODE, Figures.MalformedCode.class),
    /** A code does not continue that of its parent heading. */
    CODE_OUT_OF_PLACE(ERROR, CellColumn.CODE, Figures.CodeOutOfPlace.class),
    /** One unit is spelled in several ways. */
    UNIT_SPELLINGS(NOTICE, Figures.UnitSpellings.class),
    /** A cell names something that is not a unit of the authority. */
    UNIT_UNKNOWN(WARNING, Figures.UnknownUnit.class),
    /** A task has no lead, or several have none. */
    LEAD_MISSING(WARNING, CellColumn.LEAD, Figures.MissingLead.class),
    /** A task has no timing, or several have none. */
    TIMING_MISSING(WARNING, CellColumn.TIMING, Figures.MissingTiming.class),
    /** No rule matches a timing text; its due days are set by hand. */
    TIMING_UNREAD(WARNING, CellColumn.TIMING, Figures.UnreadTiming.class),
    /** A due day is a weekend or holiday. */
    DUE_ON_DAY_OFF(NOTICE, CellColumn.TIMING, Figures.DaysOff.class),
    /** Due days depend on a year without a table of working days. */
    DUE_PROVISIONAL(NOTICE, CellColumn.TIMING, Figures.ProvisionalDueDays.class),
    /** A deadline lies outside the plan's year. */
    DEADLINE_OUTSIDE_YEAR(WARNING, CellColumn.TIMING, Figures.DeadlineOutsideYear.class),
    /** A target of the body and an annex row with the same meaning have different aims. */
    TARGET_CONFLICT(ERROR, CellColumn.TITLE, Figures.TargetConflict.class),
    /** A target has figures that are in doubt; it is kept without a quantitative aim. Stored among the others by the next version. */
    TARGET_UNREAD(WARNING, CellColumn.TITLE, Figures.UnreadTarget.class),
    /** The printed issuer differs from the authority's name. */
    ISSUER_DIFFERS(ERROR, CellColumn.ISSUER, Figures.OtherIssuer.class),
    /** A section of the annex was paired with an area because both were the only ones left. */
    AREA_BY_ELIMINATION(NOTICE, CellColumn.TITLE, Figures.AreaByElimination.class),
    /** A section of the annex has no area in the body, or tasks stand in no section. */
    AREA_UNKNOWN(WARNING, CellColumn.TITLE, Figures.UnknownArea.class),
    /** A report is due before its period ends. This one and all that follow are stored among the others by the next version. */
    DUE_BEFORE_PERIOD_ENDS(NOTICE, CellColumn.TIMING, Figures.DueBeforePeriodEnds.class),
    /** A timing names reporting periods without a day on which their reports are due. */
    SCHEDULE_WITHOUT_DAY(WARNING, CellColumn.TIMING, Figures.ScheduleWithoutDay.class),
    /** An amount is printed and the row states none: it is in doubt, and in no sum. */
    AMOUNT_UNREAD(WARNING, CellColumn.AMOUNT, Figures.UnreadAmount.class),
    /** Something of the file is in doubt. */
    FILE_DOUBT(WARNING, Figures.NotedInFile.class),
    /** A cell of the file's annex, or what it states as money, is not in the document. */
    FILE_CELL_LEFT(WARNING, Figures.NotedInFile.class),
    /** Other content of the file is not in the document. */
    FILE_TEXT_LEFT(NOTICE, Figures.NotedInFile.class),
    /** There is more of both than is listed. */
    FILE_FURTHER(WARNING, Figures.FurtherInFile.class);

    private final Severity severity;
    private final CellColumn column;
    private final Class<? extends Figures> figures;

    FindingCode(Severity severity, Class<? extends Figures> figures) {
        this(severity, null, figures);
    }

    FindingCode(Severity severity, CellColumn column, Class<? extends Figures> figures) {
        this.severity = severity;
        this.column = column;
        this.figures = figures;
    }

    public Severity severity() {
        return severity;
    }

    /** The column in the annex or header; empty when it varies. */
    public Optional<CellColumn> column() {
        return Optional.ofNullable(column);
    }

    /** The type of the compared values. */
    public Class<? extends Figures> figures() {
        return figures;
    }
}
