package vn.cchc.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.KeyOwner;
import vn.cchc.platform.http.ParameterReaders;
import vn.cchc.platform.http.Problem;

/** The current request, as identified by its {@code Idempotency-Key}. */
@RequestScoped
public class IdempotentRequest {

    public static final String HEADER = "Idempotency-Key";

    /** Code of the problem that a key was used for another request. */
    static final String REUSED = "idempotency-key-reused";

    private static final int LONGEST_KEY = 200;

    /** Owner of citizens' keys: they have no account. */
    private static final String CITIZENS = "anonymous";

    private final CurrentVertxRequest current;
    private final KeyOwner caller;
    private final ObjectMapper json;
    private byte[] digest;
    private UUID keyOfPage;

    IdempotentRequest(CurrentVertxRequest current, KeyOwner caller, ObjectMapper json) {
        this.current = current;
        this.caller = caller;
        this.json = json;
    }

    /** A key with its owner: issuer, subject and authority of the token, or {@link #CITIZENS}. */
    record Key(String owner, String key) {}

    /**
     * Sets the key of a page's form, which a browser sends in the address: it has no way to send a header.
     *
     * @param key chosen when the form was made
     */
    public void isOfPage(UUID key) {
        keyOfPage = key;
    }

    /** Whether a request is refused because its key was used for another one: the same content may be sent under a new key. */
    public static boolean hasReusedKey(Problem refused) {
        return refused.is(REUSED);
    }

    /**
     * The key; empty where the header is missing. The value is the bare key, or the quoted string of
     * draft-ietf-httpapi-idempotency-key-header.
     *
     * @throws Problem 400 for a key that is too long, or not a UUID from an anonymous caller
     */
    Optional<Key> key() {
        RoutingContext exchange = current.getCurrent();
        String header = exchange == null ? null : exchange.request().getHeader(HEADER);
        String given = keyOfPage == null ? header : keyOfPage.toString();
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        String key = unquoted(given.strip());
        if (key.length() > LONGEST_KEY) {
            throw malformed("Dài quá " + LONGEST_KEY + " ký tự.", "Longer than " + LONGEST_KEY + " characters.");
        }
        List<String> claims = caller.owner();
        if (claims.isEmpty()) {
            try {
                ParameterReaders.uuid(key);
            } catch (IllegalArgumentException e) {
                throw malformed("Phải là UUID.", "Must be a UUID.");
            }
        }
        return Optional.of(new Key(claims.isEmpty() ? CITIZENS : asJson(claims), key));
    }

    /** Its {@link RequestDigest}. */
    byte[] digest() {
        if (digest == null) {
            digest = RequestDigest.of(current.getCurrent());
        }
        return digest.clone();
    }

    /** The path as sent. */
    String path() {
        return current.getCurrent().request().path();
    }

    /**
     * A deterministic id for what the request creates: a replay after a restore recreates the lost aggregate with the
     * same id, on any version of the program. Empty without a key.
     */
    public Optional<UUID> derivedId() {
        return key().map(key ->
                UuidCreator.getNameBasedSha1(UuidCreator.NAMESPACE_URL.getValue(), key.owner() + ' ' + key.key()));
    }

    private static String unquoted(String key) {
        boolean quoted = key.length() > 2 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }

    private static Problem malformed(String vi, String en) {
        return Problem.badRequest(
                "malformed-idempotency-key",
                BilingualText.of("Header Idempotency-Key không hợp lệ.", "The header Idempotency-Key is not valid."),
                FieldFault.of(HEADER, vi, en));
    }

    /** JSON escaping keeps crafted claims from colliding with another owner or {@link #CITIZENS}. */
    private String asJson(List<String> claims) {
        try {
            return json.writeValueAsString(claims);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
