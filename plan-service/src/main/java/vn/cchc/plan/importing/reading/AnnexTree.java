package vn.cchc.plan.importing.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cchc.plan.document.PlanDocument;

/** The tree of annex rows. */
final class AnnexTree {

    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Set<Integer> withRowsBeneath = new HashSet<>();

    /** @param rows free of structural faults */
    AnnexTree(List<PlanDocument.Row> rows) {
        for (PlanDocument.Row row : rows) {
            parents.put(row.order(), row.parent());
            if (row.parent() != null) {
                withRowsBeneath.add(row.parent());
            }
        }
    }

    /** Whether a row groups others: it has children, no lead and no timing. */
    boolean isHeading(PlanDocument.Row row) {
        return row.lead() == null && row.timing() == null && withRowsBeneath.contains(row.order());
    }

    /** Order of a row and its ancestors, from the row up to its section. */
    List<Integer> upwards(int order) {
        List<Integer> path = new ArrayList<>();
        for (Integer each = order; each != null; each = parents.get(each)) {
            path.add(each);
        }
        return path;
    }
}
