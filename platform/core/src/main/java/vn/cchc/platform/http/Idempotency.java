package vn.cchc.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Requests that may be sent again (header {@code Idempotency-Key}, draft-ietf-httpapi-idempotency-key-header): the same key
 * and body get the first answer once more, the same key with another body is refused. A key belongs to the caller: issuer,
 * subject and authority of the token; citizens, who have none, share theirs, which therefore are UUIDs. The key is claimed in
 * the use case's own transaction, so a second request waits for the first and then sees its answer, and a rolled-back first
 * request leaves no trace.
 */
@ApplicationScoped
public class Idempotency {

    /** How long an answer can be had again. */
    static final Duration KEPT = Duration.ofDays(2);

    private static final String CLAIM =
            "INSERT INTO idempotency_key (caller, key, request_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String STORE =
            "UPDATE idempotency_key SET status = ?, body = ?, etag = ?, location = ? WHERE caller = ? AND key = ?";
    private static final String KEPT_ANSWER =
            "SELECT request_hash, status, body, etag, location FROM idempotency_key WHERE caller = ? AND key = ?";

    private static final int LONGEST_KEY = 200;

    /** As former versions wrote it: an intake that one of them took is found again after an upgrade. */
    private static final String CITIZENS = "anonymous";

    private final EntityManager entities;
    private final ObjectMapper json;
    private final ObjectMapper kept;
    private final KeyOwner caller;

    Idempotency(EntityManager entities, ObjectMapper json, KeyOwner caller) {
        this.entities = entities;
        this.json = json;
        this.kept = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        this.caller = caller;
    }

    /**
     * Does the work once for a key. Authorise first: what the request is about has been found for the caller, so that a
     * caller who has lost sight of it gets no replay.
     *
     * @param key the header; null or blank does the work without remembering it
     * @param operation the operation and the resource it is about, so that a key is not shared among them by accident
     * @param request what was asked; compared by its JSON
     * @param work the use case; its answer is stored, so it must carry neither personal data nor secrets
     * @throws Problem 400 for a key that is too long, or no UUID from an anonymous caller; 422 for a key used otherwise
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> RestResponse<T> once(
            String key, String operation, Object request, Class<T> view, Supplier<RestResponse<T>> work) {
        return once(key, operation, request, view, id -> work.get());
    }

    /**
     * The same for work that makes something with an id: a request with this key makes it with the same one each time, so that what was
     * made on a time line that is lost, and is asked for again, is the same.
     *
     * @param work is given that id; none without a key
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> RestResponse<T> once(
            String key,
            String operation,
            Object request,
            Class<T> view,
            Function<Optional<UUID>, RestResponse<T>> work) {
        if (key == null || key.isBlank()) {
            return work.apply(Optional.empty());
        }
        String owner = owner(key);
        byte[] hash = hash(operation, request);
        if (!claim(owner, key, hash)) {
            return replay(owner, key, hash, view);
        }
        RestResponse<T> answer = work.apply(Optional.of(id(operation, owner, key, hash)));
        store(owner, key, answer);
        return answer;
    }

    private static UUID id(String operation, String owner, String key, byte[] hash) {
        String name = operation + ' ' + owner + ' ' + key + ' ' + HexFormat.of().formatHex(hash);
        return UuidCreator.getNameBasedSha1(UuidCreator.NAMESPACE_URL.getValue(), name);
    }

    private String owner(String key) {
        if (key.length() > LONGEST_KEY) {
            throw malformed("Dài quá " + LONGEST_KEY + " ký tự.", "Longer than " + LONGEST_KEY + " characters.");
        }
        List<String> claims = caller.owner();
        if (claims.isEmpty()) {
            try {
                StrictParameters.uuid(key);
            } catch (IllegalArgumentException e) {
                throw malformed("Phải là UUID.", "Must be a UUID.");
            }
        }
        // As JSON, so that no claim can be written in a way that makes it another's, or the citizens'.
        return claims.isEmpty() ? CITIZENS : write(claims);
    }

    private static Problem malformed(String vi, String en) {
        return Problem.badRequest(
                "malformed-idempotency-key",
                BilingualText.of("Header Idempotency-Key không hợp lệ.", "The header Idempotency-Key is not valid."),
                FieldFault.of("Idempotency-Key", vi, en));
    }

    private boolean claim(String owner, String key, byte[] hash) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
                statement.setString(1, owner);
                statement.setString(2, key);
                statement.setBytes(3, hash);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private void store(String owner, String key, RestResponse<?> answer) {
        String body = write(answer.getEntity());
        session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORE)) {
                statement.setInt(1, answer.getStatus());
                statement.setString(2, body);
                statement.setString(3, header(answer, "ETag"));
                statement.setString(4, header(answer, "Location"));
                statement.setString(5, owner);
                statement.setString(6, key);
                statement.executeUpdate();
            }
        });
    }

    /** Statements of every request that creates something: plain JDBC spares them the ORM's look at a native query. */
    private Session session() {
        return entities.unwrap(Session.class);
    }

    private static String header(RestResponse<?> answer, String name) {
        return Objects.toString(answer.getHeaders().getFirst(name), null);
    }

    private <T> RestResponse<T> replay(String owner, String key, byte[] hash, Class<T> view) {
        Kept first = kept(owner, key, hash);
        if (!first.sameRequest()) {
            throw Problem.unprocessable(
                    "idempotency-key-reused",
                    BilingualText.of(
                            "Idempotency-Key này đã được dùng cho một yêu cầu khác.",
                            "This Idempotency-Key was used for another request."),
                    FieldFault.of("Idempotency-Key", "Hãy dùng một khóa mới.", "Use a new key."));
        }
        var answer = RestResponse.ResponseBuilder.<T>create(first.status())
                .entity(read(first.body(), view))
                .header("Idempotency-Replayed", "true");
        if (first.etag() != null) {
            answer.header("ETag", first.etag());
        }
        if (first.location() != null) {
            answer.header("Location", first.location());
        }
        return answer.build();
    }

    /** The first answer to a key; {@code etag} and {@code location} are null where it had none. */
    private record Kept(boolean sameRequest, int status, String body, String etag, String location) {}

    private Kept kept(String owner, String key, byte[] hash) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEPT_ANSWER)) {
                statement.setString(1, owner);
                statement.setString(2, key);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new Kept(
                            MessageDigest.isEqual(hash, row.getBytes(1)),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5));
                }
            }
        });
    }

    private byte[] hash(String operation, Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(write(request).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The version of the program that has kept the answer may know fewer fields of it, or more. */
    private <T> T read(String body, Class<T> view) {
        try {
            return kept.readValue(body, view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }
}
