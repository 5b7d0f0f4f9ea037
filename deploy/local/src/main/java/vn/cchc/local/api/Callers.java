package vn.cchc.local.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.cchc.local.api.TokenIssuer.Holder;

/** Clients of the services for each user. */
public final class Callers {
    private final HttpClient http;
    private final Map<Service, URI> addresses;
    private final Map<Service, URI> managementAddresses;
    private final TokenIssuer issuer;
    private final Map<Holder, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param addresses base URLs of the APIs
     * @param managementAddresses base URLs of health and metrics
     */
    public Callers(
            HttpClient http,
            Map<Service, URI> addresses,
            Map<Service, URI> managementAddresses,
            TokenIssuer issuer) {
        this.http = http;
        this.addresses = Map.copyOf(addresses);
        this.managementAddresses = Map.copyOf(managementAddresses);
        this.issuer = issuer;
    }

    /** A client of {@code service} without a token. */
    public ApiClient anonymous(Service service) {
        return new ApiClient(http, addresses.get(service), null);
    }

    /** A client of the management port of {@code service}. */
    public ApiClient management(Service service) {
        return new ApiClient(http, managementAddresses.get(service), null);
    }

    /** A client of {@code service} with the token of {@code holder}. */
    public ApiClient as(Holder holder, Service service) {
        return new ApiClient(http, addresses.get(service), token(holder));
    }

    public String token(Holder holder) {
        return tokens.computeIfAbsent(holder, issuer::token);
    }

    public URI address(Service service) {
        return addresses.get(service);
    }

    public URI managementAddress(Service service) {
        return managementAddresses.get(service);
    }
}
