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
 * Negotiates the media type of the response by {@link Accept} before the operation runs; 406 when none that it produces is
 * acceptable. Quarkus would ignore a quality value of 0, fail on a malformed range, and where several methods share a path,
 * run the operation before refusing, or send a type that was not asked for. The header is replaced by the chosen type.
 */
@ApplicationScoped
class AcceptableAnswer {

    /** After Quarkus' authentication handler (200). */
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
