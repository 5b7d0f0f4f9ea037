package vn.cchc.plan.importing.check;

import java.util.Map;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;

/** A section of the annex has no area in the body. */
final class UnknownArea implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<Integer, ReadRow> rows = review.plan().rowsByOrder();
        return review.plan().areas().without().stream()
                .map(rows::get)
                .map(section -> Finding.inRow(
                        FindingCode.AREA_UNKNOWN, section.order(), new Figures.UnknownArea(section.named())));
    }
}
