package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the media type of the answer by {@link Accept} before an operation begins, and refuses the request (406) when none that
 * it produces is acceptable. Quarkus would overlook a weight of 0, fail on a range that it cannot read, and where several methods
 * have one address do the work before it refuses it, or send what was not asked for. The choice is told to it as the only range.
 */
@ApplicationScoped
class AcceptableAnswer {

    /** After Quarkus has looked at the token (200). */
    private static final int AFTER_AUTHENTICATION = 50;

    private final Addresses addresses;

    AcceptableAnswer(Addresses addresses) {
        this.addresses = addresses;
    }

    void choose(@Observes Filters filters) {
        filters.register(this::choose, AFTER_AUTHENTICATION);
    }

    private void choose(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        MultiMap headers = request.headers();
        Optional<Accept> accept = Accept.of(headers.getAll(HttpHeaders.ACCEPT));
        if (accept.isEmpty()) {
            headers.remove(HttpHeaders.ACCEPT);
            exchange.next();
            return;
        }
        List<Accept.Offer> produced = addresses.produced(request.method().name(), exchange.normalizedPath());
        Optional<String> best = accept.get().best(produced);
        if (best.isPresent() || produced.isEmpty()) {
            best.ifPresent(chosen -> headers.set(HttpHeaders.ACCEPT, chosen));
            exchange.next();
        } else {
            Vary.by(exchange, "Accept");
            EarlyAnswer.send(Problem.notAcceptable(), exchange);
        }
    }
}
