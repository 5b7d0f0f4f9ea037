package vn.cchc.reporting.report;

import java.util.List;

/** Transitions of a report: the sub-resource, the type of the event, and the states they start from. */
enum ReportTransition {
    /** Creates the report; no state allows it. */
    DRAFT("reports", "drafted"),
    APPROVE("approvals", "approved"),
    DISPATCH("dispatches", "sent"),
    RECEIVE("receipts", "received"),
    /** Requires a reason. */
    RETURN("returns", "returned"),
    /** Moves the days of an editable report. Triggered by the service only; the state is unchanged. */
    REDATE("recounts", "redated");

    private final String resource;
    private final String pastParticiple;

    ReportTransition(String resource, String pastParticiple) {
        this.resource = resource;
        this.pastParticiple = pastParticiple;
    }

    /** Type of the event published for the transition, e.g. {@code vn.cchc.report.approved.v1}. */
    String eventType() {
        return "vn.cchc.report." + pastParticiple + ".v1";
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
