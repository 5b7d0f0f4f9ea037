package vn.cchc.plan.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * sentence with another row number or amount is another finding.
 *
 * @param settled those that are gone
 * @param raised those that are new, or concern further cells
 */
record FindingDifference(List<FindingView> settled, List<FindingView> raised) {

    /** Order of no row: that of one that was removed. */
    static final int NO_ROW = 0;

    /** What a finding says; its cells tell where, and may become fewer or more. */
    private record Said(FindingCode code, BilingualText text) {

        static Said by(FindingView finding) {
            return new Said(finding.code(), finding.text());
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
                        (cells, others) -> cells.isEmpty() || cells.stream().anyMatch(others::contains)),
                without(today, then, (cells, others) -> others.containsAll(cells)));
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
