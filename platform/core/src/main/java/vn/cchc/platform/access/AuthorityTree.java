package vn.cchc.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.database.PlainQueries;

/**
 * The present tree of authorities, as far as this service has consumed it. The paths are derived by the database in the
 * transaction that writes an authority: a query is one look-up by key and is never stale relative to the authorities.
 */
@ApplicationScoped
public class AuthorityTree {

    private final PlainQueries queries;

    AuthorityTree(PlainQueries queries) {
        this.queries = queries;
    }

    /** The authorities that this right covers for the caller. */
    public AuthorityScope scope(Caller caller, Right right) {
        return new AuthorityScope(caller, right, this);
    }

    /** Whether {@code lower} is a descendant of {@code upper}, at any depth. An authority is not beneath itself. */
    public boolean isBeneath(UUID lower, UUID upper) {
        return holds("? = ANY (path)", lower, upper);
    }

    /** Whether {@code upper} is the direct parent. */
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

    /** Index of the authority in the paths of its descendants: 1 for a root and for an unknown authority. */
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
