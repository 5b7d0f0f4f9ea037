package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** A task has no lead. */
final class MissingLead implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return LackingTasks.find(
                review.plan(), FindingCode.LEAD_MISSING, row -> row.leads().isEmpty(), Figures.MissingLead::new);
    }
}
