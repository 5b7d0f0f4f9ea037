package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/**
 * Refuses headers that are too long with a problem (431; RFC 6585, 5). Above the far larger {@code
 * quarkus.http.limits.max-header-size}, Vert.x sends a response without a body.
 */
@ApplicationScoped
public class HeaderLimits {

    /** Maximum characters of a header value; {@code Authorization} is bounded by {@link #LONGEST_TOGETHER} only. */
    public static final int LONGEST = 8000;

    /** Maximum bytes of all headers of a request, including their names. */
    public static final int LONGEST_TOGETHER = 20 * 1024;

    /** Colon, space and CRLF, in bytes. */
    private static final int BESIDE_NAME_AND_VALUE = 4;

    void require(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    if (areTooLong(exchange.request())) {
                        EarlyAnswer.send(Problem.headersTooLong(LONGEST, LONGEST_TOGETHER), exchange);
                    } else {
                        exchange.next();
                    }
                },
                EarlyAnswer.AFTER_CROSS_ORIGIN);
    }

    private static boolean areTooLong(HttpServerRequest request) {
        long together = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            int length = header.getValue().length();
            if (length > LONGEST && !header.getKey().equalsIgnoreCase(HttpHeaders.AUTHORIZATION)) {
                return true;
            }
            together += header.getKey().length() + length + BESIDE_NAME_AND_VALUE;
        }
        return together > LONGEST_TOGETHER;
    }
}
