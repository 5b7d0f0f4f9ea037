package vn.cchc.plan.importing.check;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.task.PrintedCode;

/** A code does not continue that of its parent row, though both count in one scheme. */
final class CodeOutOfPlace implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<Integer, ReadRow> rows = review.plan().rowsByOrder();
        return review.plan().rows().stream().flatMap(row -> find(row, rows).stream());
    }

    private static Optional<Finding> find(ReadRow row, Map<Integer, ReadRow> rows) {
        Optional<String> above = row.parent().map(rows::get).flatMap(ReadRow::code);
        if (above.isEmpty()
                || row.code().isEmpty()
                || !PrintedCode.isOfOneScheme(row.code().get(), above.get())
                || row.code().get().startsWith(above.get() + ".")) {
            return Optional.empty();
        }
        return Optional.of(Finding.inRow(
                FindingCode.CODE_OUT_OF_PLACE,
                row.order(),
                new Figures.CodeOutOfPlace(row.code().get(), above.get())));
    }
}
