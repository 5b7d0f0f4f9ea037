package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** A task has no lead. */
final class MissingLead implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return review.plan().rows().stream()
                .filter(row -> !row.heading() && row.leads().isEmpty())
                .map(row -> Finding.inRow(FindingCode.LEAD_MISSING, row.order(), new Figures.MissingLead(row.named())));
    }
}
