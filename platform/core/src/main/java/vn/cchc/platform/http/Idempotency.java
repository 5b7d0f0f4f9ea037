package vn.cchc.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.time.SystemClock;

/**
 * Requests that may be sent again (header {@code Idempotency-Key}, draft-ietf-httpapi-idempotency-key-header): the same key
 * and body get the first answer once more, the same key with another body is refused. The key is claimed as the first
 * statement of the use case's own transaction, so a second request waits for the first and then sees its answer, and a
 * rolled-back first request leaves no trace.
 */
@ApplicationScoped
public class Idempotency {

    /** How long an answer can be had again. */
    static final Duration KEPT = Duration.ofDays(2);

    private static final int LONGEST_KEY = 200;
    private static final String NOBODY = "anonymous";

    private final EntityManager entities;
    private final ObjectMapper json;
    private final SecurityIdentity identity;
    private final Clock systemClock;

    Idempotency(EntityManager entities, ObjectMapper json, SecurityIdentity identity, @SystemClock Clock systemClock) {
        this.entities = entities;
        this.json = json;
        this.identity = identity;
        this.systemClock = systemClock;
    }

    /**
     * Does the work once for a key.
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
        if (key == null || key.isBlank()) {
            return work.get();
        }
        String owner = owner(key);
        byte[] hash = hash(operation, request);
        if (!claim(owner, key, hash)) {
            return replay(owner, key, hash, view);
        }
        RestResponse<T> answer = work.get();
        store(owner, key, answer);
        return answer;
    }

    private String owner(String key) {
        if (key.length() > LONGEST_KEY) {
            throw malformed("Dài quá " + LONGEST_KEY + " ký tự.", "Longer than " + LONGEST_KEY + " characters.");
        }
        if (identity.isAnonymous()) {
            try {
                StrictParameters.uuid(key);
            } catch (IllegalArgumentException e) {
                throw malformed("Phải là UUID.", "Must be a UUID.");
            }
        }
        return identity.isAnonymous() ? NOBODY : identity.getPrincipal().getName();
    }

    private static Problem malformed(String vi, String en) {
        return Problem.badRequest(
                "malformed-idempotency-key",
                Text.of("Header Idempotency-Key không hợp lệ.", "The header Idempotency-Key is not valid."),
                FieldFault.of("Idempotency-Key", vi, en));
    }

    private boolean claim(String owner, String key, byte[] hash) {
        return entities.createNativeQuery("INSERT INTO idempotency_key (caller, key, request_hash)"
                                + " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                        .setParameter(1, owner)
                        .setParameter(2, key)
                        .setParameter(3, hash)
                        .executeUpdate()
                == 1;
    }

    private void store(String owner, String key, RestResponse<?> answer) {
        entities.createNativeQuery("UPDATE idempotency_key SET status = ?3, body = ?4, etag = ?5, location = ?6"
                        + " WHERE caller = ?1 AND key = ?2")
                .setParameter(1, owner)
                .setParameter(2, key)
                .setParameter(3, answer.getStatus())
                .setParameter(4, write(answer.getEntity()))
                .setParameter(5, header(answer, "ETag"))
                .setParameter(6, header(answer, "Location"))
                .executeUpdate();
    }

    private static String header(RestResponse<?> answer, String name) {
        return Objects.toString(answer.getHeaders().getFirst(name), null);
    }

    private <T> RestResponse<T> replay(String owner, String key, byte[] hash, Class<T> view) {
        Object[] first = (Object[]) entities.createNativeQuery(
                        "SELECT request_hash, status, body, etag, location FROM idempotency_key"
                                + " WHERE caller = ?1 AND key = ?2",
                        Object[].class)
                .setParameter(1, owner)
                .setParameter(2, key)
                .getSingleResult();
        if (!MessageDigest.isEqual(hash, (byte[]) first[0])) {
            throw Problem.unprocessable(
                    "idempotency-key-reused",
                    Text.of(
                            "Idempotency-Key này đã được dùng cho một yêu cầu khác.",
                            "This Idempotency-Key was used for another request."),
                    FieldFault.of("Idempotency-Key", "Hãy dùng một khóa mới.", "Use a new key."));
        }
        var answer = RestResponse.ResponseBuilder.<T>create(((Number) first[1]).intValue())
                .entity(read((String) first[2], view))
                .header("Idempotency-Replayed", "true");
        if (first[3] != null) {
            answer.header("ETag", first[3]);
        }
        if (first[4] != null) {
            answer.header("Location", first[4]);
        }
        return answer.build();
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

    private <T> T read(String body, Class<T> view) {
        try {
            return json.readValue(body, view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }

    /** Deletes answers older than {@link #KEPT}, in bounded steps. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        while (purgeSome() > 0) {
            // until nothing old is left
        }
    }

    @Transactional
    int purgeSome() {
        List<?> deleted = entities.createNativeQuery("DELETE FROM idempotency_key WHERE (caller, key) IN"
                        + " (SELECT caller, key FROM idempotency_key WHERE created_at < ?1 LIMIT 1000) RETURNING 1")
                .setParameter(1, systemClock.instant().minus(KEPT))
                .getResultList();
        return deleted.size();
    }
}
