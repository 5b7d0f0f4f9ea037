package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/**
 * The stated amount of a heading, or of a task with amounts beneath it, differs from their sum. A row without a stated amount gives
 * no finding.
 */
final class HeadingAmount implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return review.plan().rows().stream()
                .filter(row -> row.stated().isPresent() && row.stated().get() != row.computed())
                .map(row -> Finding.inRow(
                        FindingCode.BUDGET_HEADING_DIFFERS,
                        row.order(),
                        new Figures.HeadingAmount(row.named(), row.stated().get(), row.computed())));
    }
}
