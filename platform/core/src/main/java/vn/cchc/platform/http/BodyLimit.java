package vn.cchc.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is too large by its {@code Content-Length}, before the request reaches a resource. Quarkus checks
 * later, and would send a bare 413.
 */
@ApplicationScoped
class BodyLimit {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final long longest;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest) {
        this.longest = longest.asLongValue();
    }

    void refuseLonger(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
                    if (length != null && LENGTH.matcher(length).matches() && Long.parseLong(length) > longest) {
                        EarlyAnswer.send(Problem.tooLarge(StandardWording.detail(413)), exchange);
                    } else {
                        exchange.next();
                    }
                },
                EarlyAnswer.AFTER_CROSS_ORIGIN - 2);
    }
}
