package vn.cchc.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a list in a stable order.
 *
 * @param items at most {@code limit}
 * @param next the cursor of the next page; absent on the last
 */
public record Page<T>(
        @Schema(description = "At most `limit` items, in a stable order", required = true)
        List<T> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Give it as `cursor` to get the next page; absent on the last", nullable = true)
        String next) {

    /** Reads the rows of a list. */
    @FunctionalInterface
    public interface Rows<T> {

        /**
         * At most that many rows, in the order of the list.
         *
         * @param after the last row of the page before; empty at the start of the list
         */
        List<T> read(Optional<Cursor> after, int atMost);
    }

    /**
     * Reads a page.
     *
     * @param limit the parameter {@code limit}, or null
     * @param cursor the parameter {@code cursor}, or null
     * @param filters any text that is equal for equal filters
     * @param key the sort key of a row: the parts of its cursor
     * @throws Problem 400 for a limit that is not positive, and for a cursor of another list or of other filters
     */
    public static <T> Page<T> read(
            Integer limit, String cursor, String filters, Rows<T> rows, Function<T, List<?>> key) {
        int size = PageLimit.of(limit);
        // One more row tells whether another page follows.
        List<T> read = rows.read(Cursor.decode(cursor, filters), size + 1);
        if (read.size() <= size) {
            return new Page<>(read, null);
        }
        List<T> shown = read.subList(0, size);
        return new Page<>(
                shown, Cursor.encode(filters, key.apply(shown.get(size - 1)).toArray()));
    }

    /** The same page with a view of each item. */
    public <V> Page<V> map(Function<? super T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
