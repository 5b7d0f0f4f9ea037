package vn.cchc.plan.timing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code item {("," | "và" | ", và" | "+" | "&") item}}; a separator that no item follows is not consumed. */
final class Series {

    private Series() {}

    /** @param next reads an item; the items before it are given */
    static <T> List<T> read(Tokens tokens, Function<List<T>, Optional<T>> next) {
        List<T> items = new ArrayList<>();
        int end = tokens.position();
        boolean more = true;
        while (more) {
            Optional<T> item = next.apply(Collections.unmodifiableList(items));
            if (item.isEmpty()) {
                break;
            }
            items.add(item.get());
            end = tokens.position();
            more = tokens.read(", va") || tokens.read(",") || tokens.read("va") || tokens.read("+") || tokens.read("&");
        }
        tokens.reset(end);
        return List.copyOf(items);
    }
}
