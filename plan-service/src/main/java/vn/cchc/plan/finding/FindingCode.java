package vn.cchc.plan.finding;

import static vn.cchc.plan.finding.Severity.ERROR;
import static vn.cchc.plan.finding.Severity.NOTICE;
import static vn.cchc.plan.finding.Severity.WARNING;

import java.util.Optional;

/** Stable names; a front end may hang its own help on them. Findings are listed in this order. */
public enum FindingCode {
    /** A heading states another amount than its tasks sum to. */
    BUDGET_HEADING_DIFFERS(ERROR, CellColumn.AMOUNT, Figures.HeadingAmount.class),
    /** The grand total stated is not the sum of the tasks. */
    BUDGET_TOTAL_DIFFERS(ERROR, CellColumn.STATED_TOTAL, Figures.TotalAmount.class),
    /** One code stands on several rows. */
    CODE_DUPLICATE(ERROR, CellColumn.CODE, Figures.DuplicateCode.class),
    /** A code is not figures separated by full stops. */
    CODE_MALFORMED(WARNING, CellColumn.CODE, Figures.MalformedCode.class),
    /** A code does not go on from that of the heading above it. */
    CODE_OUT_OF_PLACE(ERROR, CellColumn.CODE, Figures.CodeOutOfPlace.class),
    /** One unit is written in several ways. */
    UNIT_SPELLINGS(NOTICE, Figures.UnitSpellings.class),
    /** A cell names something that is no unit of the authority. */
    UNIT_UNKNOWN(WARNING, Figures.UnknownUnit.class),
    /** Nobody is in charge of a task. */
    LEAD_MISSING(WARNING, CellColumn.LEAD, Figures.MissingLead.class),
    /** A task has no timing. */
    TIMING_MISSING(WARNING, CellColumn.TIMING, Figures.MissingTiming.class),
    /** No rule reads a timing text: its days are set by hand. */
    TIMING_UNREAD(WARNING, CellColumn.TIMING, Figures.UnreadTiming.class),
    /** A due day is a weekend or holiday. */
    DUE_ON_DAY_OFF(NOTICE, CellColumn.TIMING, Figures.DaysOff.class),
    /** Due days rest on a year without a table of working days. */
    DUE_PROVISIONAL(NOTICE, CellColumn.TIMING, Figures.ProvisionalDueDays.class),
    /** A deadline lies outside the plan's year. */
    DEADLINE_OUTSIDE_YEAR(WARNING, CellColumn.TIMING, Figures.DeadlineOutsideYear.class),
    /** A target of the body and an annex row ask for different things. */
    TARGET_CONFLICT(ERROR, CellColumn.TITLE, Figures.TargetConflict.class),
    /** The issuer printed is not the authority's name. */
    ISSUER_DIFFERS(ERROR, CellColumn.ISSUER, Figures.OtherIssuer.class),
    /** A section of the annex was paired with an area because both were left over. */
    AREA_BY_ELIMINATION(NOTICE, CellColumn.TITLE, Figures.AreaByElimination.class),
    /** A section of the annex has no area in the body. */
    AREA_UNKNOWN(WARNING, CellColumn.TITLE, Figures.UnknownArea.class);

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

    /** The column where it is found in the annex or the header; empty where it may be found in several. */
    public Optional<CellColumn> column() {
        return Optional.ofNullable(column);
    }

    /** What its findings compare. */
    public Class<? extends Figures> figures() {
        return figures;
    }
}
