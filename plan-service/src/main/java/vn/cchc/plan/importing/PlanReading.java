package vn.cchc.plan.importing;

import java.util.List;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.importing.reading.ReadPlan;

/** The reading of a document and its findings. */
record PlanReading(ReadPlan plan, List<Finding> findings) {

    PlanReading {
        findings = List.copyOf(findings);
    }
}
