package vn.cchc.reporting.report;

import java.util.List;

/** Where a report stands. */
public enum ReportState {
    /** Figures are computed at each reading; sections may be edited. */
    DRAFT,
    /** Figures and text are frozen; it has a number. */
    APPROVED,
    SENT,
    RECEIVED,
    /** Sent back with a reason: open for editing again, as the next edition. */
    RETURNED;

    /** The changes of state that are possible, by the names of the sub-resources that make them. */
    List<String> allowed() {
        return ReportTransition.allowedFrom(this);
    }

    boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }
}
