package vn.cchc.plan.finding;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where a finding stands in lists: the gravest first, then by code, then by its first place. What concerns the header, a column or no
 * cell comes before the rows of the annex, and these before the body.
 */
public final class FindingOrder implements Comparable<FindingOrder> {

    private static final int HEADER = 0;
    private static final int ANNEX = 1;
    private static final int BODY = 2;

    private static final Comparator<FindingOrder> BY_SEVERITY_CODE_AND_PLACE = Comparator.comparing(
                    (FindingOrder order) -> order.code.severity())
            .thenComparing(order -> order.code)
            .thenComparingInt(order -> order.part)
            .thenComparingInt(order -> order.line)
            .thenComparingInt(order -> order.target);

    private final FindingCode code;
    private final int part;
    private final int line;
    private final int target;

    private FindingOrder(FindingCode code, int part, int line, int target) {
        this.code = code;
        this.part = part;
        this.line = line;
        this.target = target;
    }

    /**
     * Of a finding by its first cell.
     *
     * @param row order of the annex row
     * @param area number of the area in the body
     * @param target position of the printed target within its area
     */
    public static FindingOrder of(
            FindingCode code, Optional<Integer> row, Optional<Integer> area, Optional<Integer> target) {
        if (row.isPresent()) {
            return new FindingOrder(code, ANNEX, row.get(), 0);
        }
        return area.map(number -> new FindingOrder(code, BODY, number, target.orElse(0)))
                .orElseGet(() -> new FindingOrder(code, HEADER, 0, 0));
    }

    @Override
    public int compareTo(FindingOrder other) {
        return BY_SEVERITY_CODE_AND_PLACE.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FindingOrder order && compareTo(order) == 0;
    }

    @Override
    public int hashCode() {
        return code.hashCode() + 31 * (part + 31 * (line + 31 * target));
    }
}
