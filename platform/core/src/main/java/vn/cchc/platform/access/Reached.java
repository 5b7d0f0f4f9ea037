package vn.cchc.platform.access;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The authorities whose rows a list contains, as a condition that a single index answers in list order: either one
 * authority or everything beneath one. The rows carry the path of their authority.
 *
 * @param authority parameter of the condition
 * @param own whether this is the caller's own authority; otherwise it, or what lies beneath it, is reached because it
 *     lies beneath the caller's
 * @param depth index of the authority in the paths of its descendants; 0 for the rows of the authority itself
 */
public record Reached(UUID authority, boolean own, int depth) {

    /** The order of PostgreSQL. {@link UUID#compareTo} compares the halves as signed numbers. */
    public static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

    /** SQL expression of the row that must equal {@link #authority}. */
    public String sql() {
        return depth == 0 ? "authority_id" : "authority_path[" + depth + "]";
    }

    /**
     * The same in HQL, for a query in which only one table has a path.
     *
     * @param authorityId the entity's field
     */
    public String hql(String authorityId) {
        return depth == 0 ? authorityId : "sql('" + sql() + "')";
    }

    /**
     * Merges sorted parts into the first rows of a list.
     *
     * @param rows the first rows of a part in list order, at most {@code limit}
     */
    public static <T> List<T> first(
            int limit, List<Reached> parts, Comparator<T> order, Function<Reached, List<T>> rows) {
        return parts.size() == 1
                ? rows.apply(parts.get(0))
                : parts.stream()
                        .flatMap(part -> rows.apply(part).stream())
                        .sorted(order)
                        .limit(limit)
                        .toList();
    }
}
