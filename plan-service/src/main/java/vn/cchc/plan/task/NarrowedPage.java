package vn.cchc.plan.task;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A page of a long list, narrowed by what some index cannot find in the order of the list.
 *
 * <p>It is cheap in two ways: read in the order of the list, where many rows match, or all matches first and then sorted, where few
 * do. The statistics of PostgreSQL do not know words that are rare, and its planner takes them for common. So a beginning of the list
 * is read first, and shows which they are.
 */
public final class NarrowedPage {

    /** Rows of the list that are read first. */
    public static final int FIRST = 1_000;

    /** Rows that are read next, if some of the first match. */
    private static final int NEXT = 10_000;

    /** That many of the first make it likely that the next fill a page. */
    private static final int SOME = 5;

    private NarrowedPage() {}

    /**
     * The first matches in the order of the list. At most three statements.
     *
     * @param most rows of the page
     * @param among the first matches among so many rows at the beginning of the list
     * @param all the first of all matches, found before they are sorted
     */
    public static <T> List<T> read(int most, IntFunction<List<T>> among, Supplier<List<T>> all) {
        List<T> first = among.apply(FIRST);
        if (first.size() == most) {
            return first;
        }
        List<T> next = first.size() < SOME ? first : among.apply(NEXT);
        return next.size() == most ? next : all.get();
    }
}
