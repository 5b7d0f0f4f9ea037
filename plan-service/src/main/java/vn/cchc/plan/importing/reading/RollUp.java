package vn.cchc.plan.importing.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cchc.plan.importing.PlanDocument;

/** The amounts of the task rows, summed for every row above them, in đồng. What a heading states itself does not count. */
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

    /** Of a row and all beneath it. */
    long of(int order) {
        return sums.getOrDefault(order, 0L);
    }

    long total() {
        return total;
    }
}
