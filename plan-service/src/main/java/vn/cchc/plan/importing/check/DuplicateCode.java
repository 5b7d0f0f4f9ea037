package vn.cchc.plan.importing.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.task.PrintedCode;

/**
 * Several rows have the same normalised code. Where rows count in another scheme than the sections that they stand in ("1" beneath
 * "I" and beneath "II"), they are compared with their siblings alone.
 */
final class DuplicateCode implements Check {

    /** @param parent order of the row beneath which the code counts; empty for the whole annex */
    private record Counted(String code, Optional<Integer> parent) {}

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<Integer, ReadRow> sections = new HashMap<>();
        Map<Counted, List<Integer>> rowsByCode = new LinkedHashMap<>();
        for (ReadRow row : review.plan().rows()) {
            // A parent comes before its rows.
            ReadRow section = row.parent().map(sections::get).orElse(row);
            sections.put(row.order(), section);
            row.code().ifPresent(code -> rowsByCode
                    .computeIfAbsent(
                            new Counted(code, isOfTheScheme(code, section) ? Optional.empty() : row.parent()),
                            key -> new ArrayList<>())
                    .add(row.order()));
        }
        return rowsByCode.entrySet().stream()
                .filter(same -> same.getValue().size() > 1)
                .map(same -> Finding.inRows(
                        FindingCode.CODE_DUPLICATE,
                        same.getValue(),
                        new Figures.DuplicateCode(
                                same.getKey().code(), same.getValue().size())));
    }

    private static boolean isOfTheScheme(String code, ReadRow section) {
        return section.code()
                .map(above -> PrintedCode.isOfOneScheme(code, above))
                .orElse(true);
    }
}
