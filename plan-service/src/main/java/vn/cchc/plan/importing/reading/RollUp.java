package vn.cchc.plan.importing.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cchc.plan.importing.PlanDocument;

/**
 * Sums of the task amounts for every ancestor row, in đồng. A row above amounts states their sum, whether it is a heading or
 * somebody leads it too; so its own amount is compared with that sum and never added to it. A heading's own stated amount is ignored
 * in any case.
 */
final class RollUp {

    private final Map<Integer, Long> sums = new HashMap<>();
    private long total;

    RollUp(List<PlanDocument.Row> rows, AnnexTree tree) {
        // From the end: a row comes before those beneath it.
        for (int i = rows.size() - 1; i >= 0; i--) {
            PlanDocument.Row row = rows.get(i);
            if (row.amount() != null && !tree.isHeading(row) && of(row.order()) == 0) {
                total += row.amount();
                tree.upwards(row.order()).forEach(order -> sums.merge(order, row.amount(), Long::sum));
            }
        }
    }

    /** Sum of the amounts beneath a row; of a task with none beneath it, its own amount. */
    long of(int order) {
        return sums.getOrDefault(order, 0L);
    }

    long total() {
        return total;
    }
}
