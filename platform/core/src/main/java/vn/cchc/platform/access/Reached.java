package vn.cchc.platform.access;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Authorities of whose rows a list consists, as a condition that one index answers in the order of the list: one authority, or all beneath
 * it. The rows carry the path of their authority.
 *
 * @param authority the parameter of the condition
 * @param own whether it is the caller's own authority; else it, or what lies beneath it, is reached because it lies beneath
 * @param depth where all that lies beneath it has it in the path; 0 for the rows of the authority itself
 */
public record Reached(UUID authority, boolean own, int depth) {

    /** Ids in the order of the database: Java's own compares halves with a sign. */
    public static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

    /** What of a row is equal to {@link #authority}, in SQL. */
    public String sql() {
        return depth == 0 ? "authority_id" : "authority_path[" + depth + "]";
    }

    /**
     * The same in Hibernate's language, for a query in which one table alone has a path.
     *
     * @param authorityId the field of the entity
     */
    public String hql(String authorityId) {
        return depth == 0 ? authorityId : "sql('" + sql() + "')";
    }

    /**
     * The first rows of a list.
     *
     * @param rows the first rows of a part, in the order of the list, at most as many as the limit
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
