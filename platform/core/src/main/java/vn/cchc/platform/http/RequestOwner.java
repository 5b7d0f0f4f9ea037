package vn.cchc.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The account whose share of a bounded resource a request uses; without one, the client's address. */
@ApplicationScoped
class RequestOwner {

    private final KeyOwner caller;
    private final ClientAddress clientAddress;

    RequestOwner(KeyOwner caller, ClientAddress clientAddress) {
        this.caller = caller;
        this.clientAddress = clientAddress;
    }

    List<String> of(RoutingContext exchange) {
        List<String> account = caller.owner();
        return account.isEmpty() ? List.of(clientAddress.of(exchange.request())) : account;
    }
}
