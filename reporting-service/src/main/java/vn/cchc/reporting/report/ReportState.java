package vn.cchc.reporting.report;

import java.util.List;

/** Lifecycle state of a report. */
public enum ReportState {
    /** Figures are computed on each read; sections are editable. */
    DRAFT,
    /** Figures and text are frozen; it has a number. */
    APPROVED,
    SENT,
    RECEIVED,
    /** Returned with a reason; editable again as the next edition. */
    RETURNED;

    /** Sub-resources of the transitions possible in this state. */
    List<String> allowed() {
        return ReportTransition.allowedFrom(this);
    }

    boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }
}
