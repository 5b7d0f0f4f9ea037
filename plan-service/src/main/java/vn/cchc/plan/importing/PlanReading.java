package vn.cchc.plan.importing;

import java.util.List;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.importing.reading.ReadPlan;

/** A document as it was read, and what people should look at in it. */
record PlanReading(ReadPlan plan, List<Finding> findings) {

    PlanReading {
        findings = List.copyOf(findings);
    }
}
