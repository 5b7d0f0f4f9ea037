package vn.cchc.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.database.PlainQueries;

/**
 * Which authority lies beneath which at present, as far as the service has been told. The database derives it in the transaction that
 * writes an authority, so an answer is one look-up by key, and never older than the authorities themselves.
 */
@ApplicationScoped
public class AuthorityTree {

    private final PlainQueries queries;

    AuthorityTree(PlainQueries queries) {
        this.queries = queries;
    }

    /** Whether the one lies beneath the other, at whatever depth; none lies beneath itself. */
    public boolean isBeneath(UUID lower, UUID upper) {
        return holds("? = ANY (path)", lower, upper);
    }

    /** Whether the one stands directly above the other. */
    public boolean isParent(UUID upper, UUID lower) {
        return holds("path[cardinality(path)] = ?", lower, upper);
    }

    private boolean holds(String condition, UUID lower, UUID upper) {
        return !queries.list(
                        "SELECT 1 FROM authority_tree WHERE id = ? AND " + condition,
                        List.of(lower, upper),
                        row -> row.getInt(1))
                .isEmpty();
    }

    /** At which place of their paths all beneath it have it: 1 for what nothing is above, and for what has not been told of. */
    int depth(UUID authority) {
        return queries
                .list(
                        "SELECT cardinality(path) + 1 FROM authority_tree WHERE id = ?",
                        List.of(authority),
                        row -> row.getInt(1))
                .stream()
                .findFirst()
                .orElse(1);
    }
}
