package vn.cchc.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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

    /**
     * Builds a page from rows fetched with {@code limit + 1}.
     *
     * @param rows at most {@code limit + 1} rows
     * @param cursor the cursor that continues after a row
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(view).toList(), more ? cursor.apply(shown.get(limit - 1)) : null);
    }
}
