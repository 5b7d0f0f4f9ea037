package vn.cchc.plan.importing.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cchc.plan.importing.PlanDocument;

/** Sums of the task amounts for every ancestor row, in đồng. A heading's own stated amount is ignored. */
final class RollUp {

    private final Map<Integer, Long> sums = new HashMap<>();
    private long total;

    RollUp(List<PlanDocument.Row> rows, AnnexTree tree) {
        for (PlanDocument.Row row : rows) {
            if (row.amount() != null && !tree.isHeading(row)) {
                total += row.amount();
                tree.upwards(row.order()).forEach(order -> sums.merge(order, row.amount(), Long::sum));
            }
        }
    }

    /** Sum of a row and its descendants. */
    long of(int order) {
        return sums.getOrDefault(order, 0L);
    }

    long total() {
        return total;
    }
}
