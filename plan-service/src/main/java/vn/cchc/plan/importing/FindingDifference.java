package vn.cchc.plan.importing;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.plan.CellView;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.platform.http.BilingualText;

/**
 * Findings of a document compared with those of the one before. A finding is the same where it says the same of the same cells; a
 * sentence with another row number or amount is another finding. Where one finding may be of many rows, or of a whole column, its
 * sentence counts them: it is the same by its code and its cells.
 *
 * @param settled those that are gone
 * @param raised those that are new, or concern further cells
 */
record FindingDifference(List<FindingView> settled, List<FindingView> raised) {

    /** Order of no row: that of one that was removed. */
    static final int NO_ROW = 0;

    /** Those of which one may be of many rows: what it says beside their number follows from the code. */
    private static final Set<FindingCode> OF_MANY_ROWS = EnumSet.of(
            FindingCode.LEAD_MISSING,
            FindingCode.TIMING_MISSING,
            FindingCode.AREA_UNKNOWN,
            FindingCode.DUE_PROVISIONAL);

    /**
     * What a finding says; its cells tell where, and may become fewer or more.
     *
     * @param ofTasks whether it is of tasks that stand in no section, and not of sections
     * @param text empty of a finding that may be of many rows
     */
    private record Said(FindingCode code, boolean ofTasks, Optional<BilingualText> text) {

        static Said by(FindingView finding) {
            return new Said(
                    finding.code(),
                    finding.code() == FindingCode.AREA_UNKNOWN
                            && finding.figures().containsKey("share"),
                    OF_MANY_ROWS.contains(finding.code()) ? Optional.empty() : Optional.of(finding.text()));
        }
    }

    private record Placed(FindingView finding, Set<CellView> cells) {}

    /** @param orderNow the order now of a row of the document before, or {@link #NO_ROW} */
    static FindingDifference of(List<FindingView> before, List<FindingView> now, IntUnaryOperator orderNow) {
        List<Placed> then = placed(before, orderNow);
        List<Placed> today = placed(now, order -> order);
        return new FindingDifference(
                without(
                        then,
                        today,
                        (cells, others) -> cells.isEmpty()
                                || isOfAColumn(cells)
                                || isOfAColumn(others)
                                || cells.stream().anyMatch(others::contains)),
                without(today, then, (cells, others) -> isOfAColumn(others) || others.containsAll(cells)));
    }

    /** Whether they are a column as a whole, and so each cell of it. */
    private static boolean isOfAColumn(Set<CellView> cells) {
        return cells.size() == 1 && cells.stream().allMatch(cell -> cell.row() == null && cell.area() == null);
    }

    /** The place of a target among those of its area counts for nothing: another one may have been put before it. */
    private static List<Placed> placed(List<FindingView> findings, IntUnaryOperator orderNow) {
        return findings.stream()
                .map(finding -> new Placed(
                        finding,
                        finding.cells().stream()
                                .map(cell -> new CellView(
                                        cell.row() == null ? null : orderNow.applyAsInt(cell.row()),
                                        cell.area(),
                                        null,
                                        cell.column()))
                                .collect(Collectors.toCollection(HashSet::new))))
                .toList();
    }

    /** Those of the findings that no other says of the same cells. */
    private static List<FindingView> without(
            List<Placed> findings, List<Placed> others, BiPredicate<Set<CellView>, Set<CellView>> same) {
        Map<Said, List<Set<CellView>>> said = others.stream()
                .collect(Collectors.groupingBy(
                        other -> Said.by(other.finding()), Collectors.mapping(Placed::cells, Collectors.toList())));
        return findings.stream()
                .filter(each -> said.getOrDefault(Said.by(each.finding()), List.of()).stream()
                        .noneMatch(cells -> same.test(each.cells(), cells)))
                .map(Placed::finding)
                .toList();
    }
}
