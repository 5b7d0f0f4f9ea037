package vn.cchc.plan.importing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.importing.check.Checks;
import vn.cchc.plan.importing.reading.PlannedOccurrences;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.plan.KeptFinding;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * The reading of a document and its findings.
 *
 * @param occurrences that an issue would plan
 * @param calendar by which the findings were made
 */
record PlanReading(ReadPlan plan, List<Finding> findings, PlannedOccurrences occurrences, WorkingCalendar calendar) {

    PlanReading {
        findings = List.copyOf(findings);
    }

    /** {@link #shown} as they are answered. */
    List<FindingView> findingViews() {
        return shown().stream().map(KeptFinding::of).map(FindingView::of).toList();
    }

    /** Those that are shown and not stored with the others. */
    List<Finding> further() {
        return Checks.further(plan);
    }

    /** The findings with those that are shown and not stored, the gravest first. */
    List<Finding> shown() {
        return Stream.concat(findings.stream(), further().stream())
                .sorted(Comparator.comparing(Finding::order))
                .toList();
    }
}
