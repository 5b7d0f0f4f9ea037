package vn.cchc.plan.importing.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.NamedRow;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;

/**
 * Tasks that lack a cell: a finding for each of a few. Where all of them lack it, the annex has no such column, and one finding for
 * the whole plan says so; where many do, one finding has the cells of all.
 */
final class LackingTasks {

    /** Findings one by one; more of them hide the others. */
    static final int FEW = 5;

    private LackingTasks() {}

    /** @param figures of the first of them, and of how many there are where the finding is of several */
    static Stream<Finding> find(
            ReadPlan plan,
            FindingCode code,
            Predicate<ReadRow> lacks,
            BiFunction<NamedRow, Optional<Figures.Share>, Figures> figures) {
        List<ReadRow> tasks = plan.rows().stream().filter(row -> !row.heading()).toList();
        List<ReadRow> lacking = tasks.stream().filter(lacks).toList();
        boolean all = lacking.size() == tasks.size() && lacking.size() > 1;
        if (!all && lacking.size() <= FEW) {
            return lacking.stream()
                    .map(row -> Finding.inRow(code, row.order(), figures.apply(row.named(), Optional.empty())));
        }
        CellColumn column = code.column().orElseThrow();
        List<Cell> cells = all
                ? List.of(Cell.ofColumn(column))
                : lacking.stream().map(row -> Cell.ofRow(row.order(), column)).toList();
        Figures.Share share = new Figures.Share(lacking.size(), tasks.size());
        return Stream.of(new Finding(code, cells, figures.apply(lacking.get(0).named(), Optional.of(share))));
    }
}
