package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the rows of one annex into a tree by their codes. Kinds of codes nest in the order in which they appear; numbers with
 * more parts stand beneath the row whose code they begin with. A row without a code stands beneath the row before it that only groups others,
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
    /** The last ordinal of each kind. */
    private final Map<Mark.Kind, Integer> ordinals = new EnumMap<>(Mark.Kind.class);

    private int last;
    private boolean inDoubt;

    /** @return order of the parent of a heading without a code; null at the top */
    Integer addHeading(int order) {
        inDoubt = false;
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
        inDoubt = false;
        Mark.Kind kind = kind(mark);
        Entry entry = new Entry(kind, mark.depth(), mark.code(), order, groups);
        if (kind == Mark.Kind.NONE) {
            return addUncoded(entry);
        }
        if (kind == Mark.Kind.NUMBER && mark.depth() > 1) {
            return addComposed(entry);
        }
        int ordinal = CodeParts.ordinal(kind, mark.code());
        boolean begins = ordinal <= 1 || ordinal == ordinals.getOrDefault(kind, 0) + 1;
        ordinals.put(kind, ordinal);
        if (!cutAt(indexOf(kind, mark.depth()))) {
            dropUncoded();
            if (!begins && !path.isEmpty() && !top().isHeading()) {
                return addBeside(entry);
            }
        }
        return push(entry);
    }

    /** A number of several parts: beneath the row whose code it begins with. */
    private Integer addComposed(Entry entry) {
        int prefix = path.size() - 1;
        while (prefix >= 0 && !CodeParts.isPrefix(path.get(prefix).code(), entry.code())) {
            prefix--;
        }
        if (prefix >= 0) {
            path.subList(prefix + 1, path.size()).clear();
            return push(entry);
        }
        if (!cutAt(indexOf(entry.kind(), entry.depth()))) {
            dropUncoded();
        }
        while (!path.isEmpty() && !top().isAbove(entry.depth())) {
            path.remove(path.size() - 1);
        }
        while (!path.isEmpty() && !top().isHeading() && !mayStandBeneath(top(), entry)) {
            inDoubt = true;
            path.remove(path.size() - 1);
        }
        return push(entry);
    }

    /** "1.1" beneath "I", where no "1" is printed. */
    private static boolean mayStandBeneath(Entry above, Entry entry) {
        return above.kind() != Mark.Kind.NUMBER
                && Character.isDigit(entry.code().charAt(0));
    }

    /**
     * A row whose kind is new here and does not begin with its first value: whether it belongs to the last row is in doubt. It
     * stands on that one's level, and so do those behind it; a kind that outranks that of the last row stands at the top.
     */
    private Integer addBeside(Entry entry) {
        inDoubt = true;
        Entry beside = top();
        if (CodeParts.outranks(entry.kind(), beside.kind())) {
            path.clear();
            return push(entry);
        }
        if (CodeParts.outranks(beside.kind(), Mark.Kind.NUMBER) && entry.kind() == Mark.Kind.NUMBER) {
            return push(entry);
        }
        path.remove(path.size() - 1);
        return push(new Entry(beside.kind(), beside.depth(), entry.code(), entry.order(), entry.groups()));
    }

    /** Whether it is in doubt where the last row stands. */
    boolean isInDoubt() {
        return inDoubt;
    }

    private Integer addUncoded(Entry entry) {
        dropUncoded();
        if (path.isEmpty() || top().groups()) {
            return push(entry);
        }
        last = entry.order();
        return path.size() > 1
                ? Integer.valueOf(path.get(Math.min(path.size(), DEEPEST) - 2).order())
                : null;
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
