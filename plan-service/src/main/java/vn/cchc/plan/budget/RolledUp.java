package vn.cchc.plan.budget;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums of the task amounts for every row of an annex, in đồng. A row above amounts states their sum, whether it is a heading or
 * somebody leads it too; so its own amount is compared with that sum and not added to it. Where a task states more than the amounts
 * beneath it, and a task of them states nothing, these are only a part of it: above it its own amount counts. A heading's own
 * stated amount is ignored in any case.
 */
public final class RolledUp {

    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, Long> sums = new HashMap<>();
    /** Rows with a task beneath them that states nothing, and whose lack no row between the two states. */
    private final Set<Integer> incomplete = new HashSet<>();

    private long total;

    /**
     * A row of the annex.
     *
     * @param parent order of the row above it; null at the top
     * @param heading whether it groups others
     * @param amount as printed, in đồng; null where none is
     */
    public record Row(int order, Integer parent, boolean heading, Long amount) {}

    /** @param rows in printed order, each before those beneath it */
    public RolledUp(List<Row> rows) {
        rows.forEach(row -> parents.put(row.order(), row.parent()));
        for (int i = rows.size() - 1; i >= 0; i--) {
            take(rows.get(i));
        }
    }

    private void take(Row row) {
        long beneath = of(row.order());
        boolean lacks = incomplete.contains(row.order());
        if (row.heading()) {
            lackAbove(row, lacks);
        } else if (row.amount() == null) {
            lackAbove(row, lacks || beneath == 0);
        } else if (beneath == 0) {
            sums.put(row.order(), row.amount());
            addAbove(row.parent(), row.amount());
        } else if (row.amount() > beneath && lacks) {
            addAbove(row.parent(), row.amount() - beneath);
        } else {
            lackAbove(row, lacks);
        }
    }

    private void lackAbove(Row row, boolean lacks) {
        if (lacks && row.parent() != null) {
            incomplete.add(row.parent());
        }
    }

    private void addAbove(Integer parent, long amount) {
        total += amount;
        for (Integer row = parent; row != null; row = parents.get(row)) {
            sums.merge(row, amount, Long::sum);
        }
    }

    /** Sum of the amounts beneath a row; of a task with none beneath it, its own amount. */
    public long of(int order) {
        return sums.getOrDefault(order, 0L);
    }

    /** The sum of the annex. */
    public long total() {
        return total;
    }
}
