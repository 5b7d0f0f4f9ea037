package vn.cchc.plan.importing.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;

/**
 * A section of the annex has no area in the body: a finding for each of a few, one for many, and for all where the body names no
 * area. Tasks that stand in no section are one finding.
 */
final class UnknownArea implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        ReadPlan plan = review.plan();
        Map<Integer, ReadRow> rows = plan.rowsByOrder();
        List<ReadRow> sections = plan.areas().without().stream().map(rows::get).toList();
        return Stream.concat(
                sections(sections, plan.document().areas().isEmpty()),
                tasks(plan, Set.copyOf(plan.areas().without())));
    }

    private static Stream<Finding> sections(List<ReadRow> sections, boolean noAreas) {
        if (sections.size() <= (noAreas ? 1 : LackingTasks.FEW)) {
            return sections.stream()
                    .map(section -> Finding.inRow(
                            FindingCode.AREA_UNKNOWN, section.order(), new Figures.UnknownArea(section.named())));
        }
        return Stream.of(Finding.inRows(
                FindingCode.AREA_UNKNOWN,
                sections.stream().map(ReadRow::order).toList(),
                new Figures.UnknownArea(sections.get(0).named(), Optional.of(sections.size()), Optional.empty())));
    }

    private static Stream<Finding> tasks(ReadPlan plan, Set<Integer> sectionsWithoutArea) {
        List<ReadRow> outside = new ArrayList<>();
        Map<Integer, Integer> sections = new HashMap<>();
        int tasks = 0;
        for (ReadRow row : plan.rows()) {
            // A parent comes before its rows.
            int section = row.parent().map(sections::get).orElse(row.order());
            sections.put(row.order(), section);
            if (!row.heading()) {
                tasks++;
                if (row.areaNumber().isEmpty() && !sectionsWithoutArea.contains(section)) {
                    outside.add(row);
                }
            }
        }
        if (outside.isEmpty()) {
            return Stream.empty();
        }
        List<Cell> cells = outside.size() == tasks
                ? List.of(Cell.ofColumn(CellColumn.TITLE))
                : outside.stream()
                        .map(row -> Cell.ofRow(row.order(), CellColumn.TITLE))
                        .toList();
        return Stream.of(new Finding(
                FindingCode.AREA_UNKNOWN,
                cells,
                new Figures.UnknownArea(
                        outside.get(0).named(),
                        Optional.empty(),
                        Optional.of(new Figures.Share(outside.size(), tasks)))));
    }
}
