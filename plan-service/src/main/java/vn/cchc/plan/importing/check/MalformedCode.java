package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.task.PrintedCode;

/** A code is not printed as numbers, Roman numerals or letters separated by full stops. A row without a code gives no finding. */
final class MalformedCode implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return review.plan().rows().stream()
                .filter(row -> row.printedCode()
                        .filter(printed -> !PrintedCode.isWellFormed(printed))
                        .isPresent())
                .map(row -> Finding.inRow(
                        FindingCode.CODE_MALFORMED,
                        row.order(),
                        new Figures.MalformedCode(row.printedCode().get(), row.code())));
    }
}
