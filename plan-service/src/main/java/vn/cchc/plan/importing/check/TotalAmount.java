package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** The printed grand total differs from the sum of the tasks. */
final class TotalAmount implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        long computed = review.plan().computedTotal();
        return Stream.ofNullable(review.plan().document().header().statedTotal())
                .filter(stated -> stated != computed)
                .map(stated ->
                        Finding.inHeader(FindingCode.BUDGET_TOTAL_DIFFERS, new Figures.TotalAmount(stated, computed)));
    }
}
