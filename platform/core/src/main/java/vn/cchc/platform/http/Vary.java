package vn.cchc.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The request headers a response depends on, for caches (RFC 9110, 12.5.5). */
public final class Vary {

    private static final String KEY = Vary.class.getName();

    private Vary() {}

    /** Adds a header to the {@code Vary} of the response, besides those set by the resource. */
    public static void by(RoutingContext exchange, String header) {
        Set<String> names = exchange.get(KEY);
        if (names == null) {
            names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            exchange.put(KEY, names);
        }
        names.add(header);
    }

    static void write(RoutingContext exchange) {
        Set<String> names = exchange.get(KEY);
        if (names == null) {
            return;
        }
        MultiMap headers = exchange.response().headers();
        headers.getAll(HttpHeaders.VARY).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .forEach(names::add);
        headers.set(HttpHeaders.VARY, String.join(", ", names));
    }
}
