package vn.cchc.plan.importing.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.cchc.platform.text.VietnameseText;

/**
 * Which row of a document was which row of the document before. Keys are exact; the most telling comes first, so that a row that
 * was inserted, after which others are numbered anew, is one added row:
 *
 * <ol>
 *   <li>the same codes from the top down, and the same title;
 *   <li>the same title beneath a heading of the same title;
 *   <li>the same title, which no other row has that is still without its pair;
 *   <li>the same codes from the top down, of a row that has a code.
 * </ol>
 *
 * Rows with one key are paired in printed order. Titles are equal without regard to case and diacritics. The cost is linear in the
 * number of rows and the depth of the tree.
 */
public final class RowMatching {

    private static final String SEPARATOR = "\u001f";

    private final Outline outlineBefore;
    private final Outline outlineAfter;
    private final Map<Integer, ComparedRow> left = new LinkedHashMap<>();
    private final Map<Integer, ComparedRow> beforeOf = new HashMap<>();
    private final List<ComparedRow> after;

    private RowMatching(List<ComparedRow> before, List<ComparedRow> after) {
        outlineBefore = new Outline(before);
        outlineAfter = new Outline(after);
        this.after = after;
        before.forEach(row -> left.put(row.order(), row));
    }

    /**
     * Pairs of all rows: those of the document now in their order, then those that were removed in theirs.
     *
     * @param before rows with parents among them, each after its parent
     * @param after likewise
     */
    public static List<RowPair> of(List<ComparedRow> before, List<ComparedRow> after) {
        RowMatching matching = new RowMatching(before, after);
        matching.pair(Outline::codesAndTitle, false);
        matching.pair(Outline::titleBeneathTitle, false);
        matching.pair(Outline::title, true);
        matching.pair(Outline::codes, false);
        return matching.pairs();
    }

    private void pair(KeyOfRow key, boolean onlyIfUnique) {
        Map<String, Deque<ComparedRow>> candidates =
                grouped(new ArrayList<>(left.values()), row -> key.of(outlineBefore, row));
        Map<String, Deque<ComparedRow>> wanted = grouped(
                after.stream().filter(row -> !beforeOf.containsKey(row.order())).toList(),
                row -> key.of(outlineAfter, row));
        wanted.forEach((text, rows) -> {
            Deque<ComparedRow> same = candidates.getOrDefault(text, new ArrayDeque<>());
            boolean isPaired = !onlyIfUnique || (rows.size() == 1 && same.size() == 1);
            while (isPaired && !rows.isEmpty() && !same.isEmpty()) {
                ComparedRow earlier = same.remove();
                beforeOf.put(rows.remove().order(), earlier);
                left.remove(earlier.order());
            }
        });
    }

    private static Map<String, Deque<ComparedRow>> grouped(
            List<ComparedRow> rows, Function<ComparedRow, Optional<String>> key) {
        Map<String, Deque<ComparedRow>> grouped = new LinkedHashMap<>();
        for (ComparedRow row : rows) {
            key.apply(row).ifPresent(text -> grouped.computeIfAbsent(text, none -> new ArrayDeque<>())
                    .add(row));
        }
        return grouped;
    }

    private List<RowPair> pairs() {
        List<RowPair> pairs = new ArrayList<>();
        for (ComparedRow row : after) {
            pairs.add(new RowPair(Optional.ofNullable(beforeOf.get(row.order())), Optional.of(row)));
        }
        for (ComparedRow row : left.values()) {
            pairs.add(new RowPair(Optional.of(row), Optional.empty()));
        }
        return pairs;
    }

    /** A key by which rows are the same; empty where a row has none. */
    @FunctionalInterface
    private interface KeyOfRow {
        Optional<String> of(Outline outline, ComparedRow row);
    }

    /** The rows of one document with those above them. */
    private static final class Outline {

        private final Map<Integer, ComparedRow> rows = new HashMap<>();

        Outline(List<ComparedRow> document) {
            document.forEach(row -> rows.put(row.order(), row));
        }

        Optional<String> codesAndTitle(ComparedRow row) {
            return Optional.of(path(row) + SEPARATOR + titleOf(row));
        }

        Optional<String> titleBeneathTitle(ComparedRow row) {
            return Optional.of(above(row).map(Outline::titleOf).orElse("") + SEPARATOR + titleOf(row));
        }

        Optional<String> title(ComparedRow row) {
            return Optional.of(titleOf(row));
        }

        Optional<String> codes(ComparedRow row) {
            return row.cell(ComparedColumn.CODE).map(code -> path(row));
        }

        /** The codes from the top down, or titles where there is no code. */
        private String path(ComparedRow row) {
            Deque<String> path = new ArrayDeque<>();
            Set<Integer> seen = new HashSet<>();
            Optional<ComparedRow> at = Optional.of(row);
            while (at.isPresent() && seen.add(at.get().order())) {
                ComparedRow each = at.get();
                path.addFirst(each.cell(ComparedColumn.CODE).orElseGet(() -> titleOf(each)));
                at = above(each);
            }
            return String.join(SEPARATOR, path);
        }

        private Optional<ComparedRow> above(ComparedRow row) {
            return Optional.ofNullable(row.parent()).map(rows::get);
        }

        private static String titleOf(ComparedRow row) {
            return VietnameseText.fold(row.cell(ComparedColumn.TITLE).orElse(""));
        }
    }
}
