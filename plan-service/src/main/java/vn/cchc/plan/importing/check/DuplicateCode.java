package vn.cchc.plan.importing.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;

/** Several rows have the same normalised code. */
final class DuplicateCode implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<String, List<Integer>> rowsByCode = new TreeMap<>();
        for (ReadRow row : review.plan().rows()) {
            row.code().ifPresent(code -> rowsByCode
                    .computeIfAbsent(code, key -> new ArrayList<>())
                    .add(row.order()));
        }
        return rowsByCode.entrySet().stream()
                .filter(same -> same.getValue().size() > 1)
                .map(same -> Finding.inRows(
                        FindingCode.CODE_DUPLICATE,
                        same.getValue(),
                        new Figures.DuplicateCode(same.getKey(), same.getValue().size())));
    }
}
