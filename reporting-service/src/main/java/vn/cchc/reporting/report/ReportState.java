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

    static final String APPROVALS = "approvals";
    static final String DISPATCHES = "dispatches";
    static final String RECEIPTS = "receipts";
    static final String RETURNS = "returns";

    /** The changes of state that are possible, by the names of the sub-resources that make them. */
    List<String> allowed() {
        return switch (this) {
            case DRAFT, RETURNED -> List.of(APPROVALS);
            case APPROVED -> List.of(DISPATCHES);
            case SENT -> List.of(RECEIPTS, RETURNS);
            case RECEIVED -> List.of();
        };
    }

    boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }
}
