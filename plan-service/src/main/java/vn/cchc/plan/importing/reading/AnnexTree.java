package vn.cchc.plan.importing.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cchc.plan.importing.PlanDocument;

/** How the rows of an annex stand beneath one another. */
final class AnnexTree {

    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Set<Integer> withRowsBeneath = new HashSet<>();

    /** @param rows without faults of structure */
    AnnexTree(List<PlanDocument.Row> rows) {
        for (PlanDocument.Row row : rows) {
            parents.put(row.order(), row.parent());
            if (row.parent() != null) {
                withRowsBeneath.add(row.parent());
            }
        }
    }

    /** Whether a row groups others: nobody is in charge of it, and it has no timing. */
    boolean isHeading(PlanDocument.Row row) {
        return row.lead() == null && row.timing() == null && withRowsBeneath.contains(row.order());
    }

    /** The order of a row and of each row above it, its section last. */
    List<Integer> upwards(int order) {
        List<Integer> path = new ArrayList<>();
        for (Integer each = order; each != null; each = parents.get(each)) {
            path.add(each);
        }
        return path;
    }
}
