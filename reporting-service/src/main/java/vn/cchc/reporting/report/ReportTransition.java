package vn.cchc.reporting.report;

import java.util.List;

/** Transitions of a report after drafting, and the states they start from. */
enum ReportTransition {
    APPROVE("approvals"),
    DISPATCH("dispatches"),
    RECEIVE("receipts"),
    /** Requires a reason. */
    RETURN("returns");

    private final String resource;

    ReportTransition(String resource) {
        this.resource = resource;
    }

    /** The sub-resource that is posted to. */
    String resource() {
        return resource;
    }

    boolean possibleFrom(ReportState state) {
        return from(state).contains(this);
    }

    /** The sub-resources that may be posted to in this state. */
    static List<String> allowedFrom(ReportState state) {
        return from(state).stream().map(ReportTransition::resource).toList();
    }

    private static List<ReportTransition> from(ReportState state) {
        return switch (state) {
            case DRAFT, RETURNED -> List.of(APPROVE);
            case APPROVED -> List.of(DISPATCH);
            case SENT -> List.of(RECEIVE, RETURN);
            case RECEIVED -> List.of();
        };
    }
}
