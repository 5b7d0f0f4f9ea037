package vn.cchc.reporting.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Transitions of a report: the sub-resource, the type of the event, the state it leads to, the states it starts from. */
enum ReportTransition {
    /** Creates the report; no state allows it. */
    DRAFT("reports", "drafted", ReportState.DRAFT),
    APPROVE("approvals", "approved", ReportState.APPROVED, ReportState.DRAFT, ReportState.RETURNED),
    DISPATCH("dispatches", "sent", ReportState.SENT, ReportState.APPROVED),
    RECEIVE("receipts", "received", ReportState.RECEIVED, ReportState.SENT),
    /** Requires a reason. */
    RETURN("returns", "returned", ReportState.RETURNED, ReportState.SENT),
    /** Moves the days of an editable report. Triggered by the service only; the state is unchanged. */
    REDATE("recounts", "redated", null, ReportState.DRAFT, ReportState.RETURNED);

    private final String resource;
    private final String pastParticiple;
    private final ReportState to;

    @SuppressWarnings("ImmutableEnumChecker") // from Set.of, and never exposed
    private final Set<ReportState> from;

    ReportTransition(String resource, String pastParticiple, ReportState to, ReportState... from) {
        this.resource = resource;
        this.pastParticiple = pastParticiple;
        this.to = to;
        this.from = Set.of(from);
    }

    /** Type of the event published for the transition, e.g. {@code vn.cchc.report.approved.v1}. */
    String eventType() {
        return "vn.cchc.report." + pastParticiple + ".v1";
    }

    /** The sub-resource that is posted to. */
    String resource() {
        return resource;
    }

    /** The state after it. */
    ReportState after(ReportState state) {
        return to == null ? state : to;
    }

    boolean possibleFrom(ReportState state) {
        return from.contains(state);
    }

    /** The sub-resources that people may post to in this state. */
    static List<String> allowedFrom(ReportState state) {
        return Arrays.stream(values())
                .filter(transition -> transition.to != null && transition.possibleFrom(state))
                .map(ReportTransition::resource)
                .toList();
    }
}
