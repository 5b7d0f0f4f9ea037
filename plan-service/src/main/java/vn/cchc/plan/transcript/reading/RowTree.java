package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the rows of one annex into a tree by their codes. Kinds of codes nest in the order in which they appear; numbers with
 * more parts stand beneath those with fewer. A row without a code stands beneath the row before it that only groups others,
 * otherwise beside it.
 */
final class RowTree {

    /** Levels that an import takes. */
    static final int DEEPEST = 8;

    /**
     * A row on the path to the last one.
     *
     * @param kind null for a heading without a code
     */
    private record Entry(Mark.Kind kind, int depth, String code, int order, boolean groups) {

        boolean isHeading() {
            return kind == null;
        }

        boolean isAbove(int numberDepth) {
            return isHeading()
                    || kind == Mark.Kind.ROMAN
                    || kind == Mark.Kind.CAPITAL
                    || (kind == Mark.Kind.NUMBER && depth < numberDepth);
        }
    }

    private final List<Entry> path = new ArrayList<>();
    private int last;

    /** @return order of the parent of a heading without a code; null at the top */
    Integer addHeading(int order) {
        boolean directlyBeneath = !path.isEmpty() && top().groups() && !top().isHeading() && top().order() == last;
        if (!cutAt(indexOf(null, 0)) && !directlyBeneath) {
            path.clear();
        }
        return push(new Entry(null, 0, "", order, true));
    }

    /**
     * @param groups whether the row has neither a lead nor a timing
     * @return order of the parent; null at the top
     */
    Integer add(int order, Mark mark, boolean groups) {
        Mark.Kind kind = kind(mark);
        Entry entry = new Entry(kind, mark.depth(), mark.code(), order, groups);
        if (kind == Mark.Kind.NONE) {
            return addUncoded(entry);
        }
        if (!cutAt(indexOf(kind, mark.depth()))) {
            dropUncoded();
            if (kind == Mark.Kind.NUMBER && mark.depth() > 1) {
                while (!path.isEmpty() && !top().isAbove(mark.depth())) {
                    path.remove(path.size() - 1);
                }
            }
        }
        return push(entry);
    }

    private Integer addUncoded(Entry entry) {
        dropUncoded();
        if (path.isEmpty() || top().groups()) {
            return push(entry);
        }
        last = entry.order();
        return path.size() > 1 ? Integer.valueOf(path.get(path.size() - 2).order()) : null;
    }

    /** Whether the last row would have stood deeper than an import takes. */
    boolean isTooDeep() {
        return path.size() > DEEPEST;
    }

    private Integer push(Entry entry) {
        last = entry.order();
        Integer parent = path.isEmpty()
                ? null
                : path.get(Math.min(path.size(), DEEPEST - 1) - 1).order();
        path.add(entry);
        return parent;
    }

    /** "I" after "H" is a letter. */
    private Mark.Kind kind(Mark mark) {
        boolean afterH = mark.code().equals("I")
                && path.stream()
                        .anyMatch(entry -> entry.kind() == Mark.Kind.CAPITAL
                                && entry.code().equals("H"));
        return afterH ? Mark.Kind.CAPITAL : mark.kind();
    }

    /** The topmost row of the path that this kind ends; -1 where there is none. */
    private int indexOf(Mark.Kind kind, int depth) {
        for (int i = 0; i < path.size(); i++) {
            Entry entry = path.get(i);
            if (entry.kind() == kind && (kind != Mark.Kind.NUMBER || entry.depth() >= depth)) {
                return i;
            }
        }
        return -1;
    }

    private boolean cutAt(int index) {
        if (index < 0) {
            return false;
        }
        path.subList(index, path.size()).clear();
        return true;
    }

    private void dropUncoded() {
        while (!path.isEmpty() && top().kind() == Mark.Kind.NONE) {
            path.remove(path.size() - 1);
        }
    }

    private Entry top() {
        return path.get(path.size() - 1);
    }
}
