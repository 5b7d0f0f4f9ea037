package vn.cchc.plan.importing.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.task.PrintedCode;

/**
 * Several rows of an annex have the same normalised code. Where rows count in another scheme than the sections that they stand in ("1"
 * beneath "I" and beneath "II"), they are compared with their siblings alone. Of a further annex that counts from the beginning only its
 * first row is compared with those before.
 */
final class DuplicateCode implements Check {

    /**
     * @param annex number of the annex, from 0
     * @param parent order of the row beneath which the code counts; empty for the whole annex
     */
    private record Counted(String code, int annex, Optional<Integer> parent) {}

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<Integer, ReadRow> sections = new HashMap<>();
        Map<Counted, List<Integer>> rowsByCode = new LinkedHashMap<>();
        Set<Integer> beginnings = beginnings(review.plan().rows());
        int annex = 0;
        for (ReadRow row : review.plan().rows()) {
            boolean begins = beginnings.contains(row.order());
            annex += begins ? 1 : 0;
            // A parent comes before its rows.
            ReadRow section = row.parent().map(sections::get).orElse(row);
            sections.put(row.order(), section);
            if (row.code().isPresent()) {
                String code = row.code().get();
                // Where it begins is told once: that it is an annex of its own, nothing but its codes says.
                int counted = begins ? 0 : annex;
                rowsByCode
                        .computeIfAbsent(
                                new Counted(
                                        code, counted, isOfTheScheme(code, section) ? Optional.empty() : row.parent()),
                                key -> new ArrayList<>())
                        .add(row.order());
            }
        }
        return rowsByCode.entrySet().stream()
                .filter(same -> same.getValue().size() > 1)
                .map(same -> Finding.inRows(
                        FindingCode.CODE_DUPLICATE,
                        same.getValue(),
                        new Figures.DuplicateCode(
                                same.getKey().code(), same.getValue().size())));
    }

    /**
     * The rows with which a further annex begins that counts as the first one does: its codes at the top begin again, with the first two
     * codes of the first annex and other titles. One code alone that is there again is a slip.
     */
    private static Set<Integer> beginnings(List<ReadRow> rows) {
        List<ReadRow> top = rows.stream()
                .filter(row -> row.parent().isEmpty() && row.code().isPresent())
                .toList();
        return IntStream.range(2, Math.max(2, top.size() - 1))
                .filter(i -> beginsAgain(top.get(0), top.get(i)) && beginsAgain(top.get(1), top.get(i + 1)))
                .mapToObj(i -> top.get(i).order())
                .collect(Collectors.toSet());
    }

    private static boolean beginsAgain(ReadRow first, ReadRow other) {
        return first.code().equals(other.code()) && !first.title().equals(other.title());
    }

    private static boolean isOfTheScheme(String code, ReadRow section) {
        return section.code()
                .map(above -> PrintedCode.isOfOneScheme(code, above))
                .orElse(true);
    }
}
