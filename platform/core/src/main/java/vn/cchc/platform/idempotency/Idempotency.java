package vn.cchc.platform.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;

/**
 * Idempotent requests (header {@code Idempotency-Key}, draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>The same key and content get the first status and {@code Location}, with the present state of what was created or
 * changed. The same key with other content is refused. A key belongs to the caller: issuer, subject and authority of
 * the token. Citizens have no account and share one key space, so their keys must be UUIDs.
 *
 * <p>The key is claimed in the business transaction: a concurrent request with it waits, and a rollback leaves no
 * trace. No response is stored: replicas of two versions need not read each other's during an upgrade, and no personal
 * data is kept.
 */
@ApplicationScoped
public class Idempotency {

    /** How long a key is remembered. */
    static final Duration KEPT = Duration.ofDays(2);

    private static final String CLAIM =
            "INSERT INTO idempotency_key (caller, key, request_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String STORE =
            "UPDATE idempotency_key SET status = ?, location = ?, subject = ? WHERE caller = ? AND key = ?";

    /** The former version stored its response and no subject: the subject is the id in that response. */
    private static final String KEPT_ANSWER = """
            SELECT request_hash, status, location, coalesce(subject, (body::jsonb ->> 'id')::uuid) AS subject,
                   subject IS NULL AS of_version_before
            FROM idempotency_key WHERE caller = ? AND key = ?""";

    private final EntityManager entities;
    private final IdempotentRequest request;

    Idempotency(EntityManager entities, IdempotentRequest request) {
        this.entities = entities;
        this.request = request;
    }

    /**
     * Executes the request's work once per key; without a key, every time. For use cases that open their own
     * transactions; all others use {@link Idempotent}.
     *
     * @param presenter builds the response of a replay
     * @throws Problem 400 for a key that is too long, or not a UUID from an anonymous caller; 404 where the subject no
     *     longer exists for the caller; 422 for a key used with other content
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <V extends Identified> RestResponse<V> once(Presenter<V> presenter, Callable<RestResponse<V>> work) {
        try {
            return doOnce(presenter, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the request made when it was carried out before, so that nothing that precedes its work is done again. Opens its own
     * transaction, before which the content is read for comparison. Empty for a request that was not carried out, whose key was used
     * with other content, or that is under way: {@link #once} decides on those.
     *
     * @param presenter as of {@link #once}
     */
    public <V extends Identified> Optional<V> madeBefore(Presenter<V> presenter) {
        return request.key().flatMap(key -> {
            byte[] digest = request.digest();
            return QuarkusTransaction.requiringNew().call(() -> kept(key, digest)
                    .filter(Kept::sameRequest)
                    .map(first -> presenter.present(first.subject()).getEntity()));
        });
    }

    private <V extends Identified> RestResponse<V> doOnce(Presenter<V> presenter, Callable<RestResponse<V>> work)
            throws Exception {
        Optional<IdempotentRequest.Key> key = request.key();
        if (key.isEmpty()) {
            return work.call();
        }
        if (!claim(key.get())) {
            return replay(key.get(), presenter);
        }
        RestResponse<V> answer = work.call();
        store(key.get(), answer);
        return answer;
    }

    private boolean claim(IdempotentRequest.Key key) {
        byte[] digest = request.digest();
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
                statement.setString(1, key.owner());
                statement.setString(2, key.key());
                statement.setBytes(3, digest);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private void store(IdempotentRequest.Key key, RestResponse<? extends Identified> answer) {
        session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORE)) {
                statement.setInt(1, answer.getStatus());
                statement.setString(2, Objects.toString(answer.getHeaders().getFirst("Location"), null));
                statement.setObject(3, answer.getEntity().id());
                statement.setString(4, key.owner());
                statement.setString(5, key.key());
                statement.executeUpdate();
            }
        });
    }

    private <V extends Identified> RestResponse<V> replay(IdempotentRequest.Key key, Presenter<V> presenter) {
        Kept first = kept(key, request.digest()).orElseThrow();
        if (!first.sameRequest()) {
            throw Problem.unprocessable(
                    IdempotentRequest.REUSED,
                    BilingualText.of(
                            "Idempotency-Key này đã được dùng cho một yêu cầu khác.",
                            "This Idempotency-Key was used for another request."),
                    FieldFault.of(IdempotentRequest.HEADER, "Hãy dùng một khóa mới.", "Use a new key."));
        }
        RestResponse<V> present = presenter.present(first.subject());
        var answer = RestResponse.ResponseBuilder.<V>create(first.status())
                .entity(present.getEntity())
                .header("Idempotency-Replayed", "true");
        if (present.getHeaders().getFirst("ETag") != null) {
            answer.header("ETag", present.getHeaders().getFirst("ETag"));
        }
        if (first.location() != null) {
            answer.header("Location", first.location());
        }
        return answer.build();
    }

    /** Stored result of the first request with a key; {@code location} is null where its response had none. */
    private record Kept(boolean sameRequest, int status, String location, UUID subject) {}

    /** Empty where the key is not stored. */
    private Optional<Kept> kept(IdempotentRequest.Key key, byte[] digest) {
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEPT_ANSWER)) {
                statement.setString(1, key.owner());
                statement.setString(2, key.key());
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    UUID subject = row.getObject("subject", UUID.class);
                    String location = row.getString("location");
                    return Optional.of(new Kept(
                            row.getBoolean("of_version_before")
                                    ? fits(request.path(), subject, location)
                                    : MessageDigest.isEqual(digest, row.getBytes("request_hash")),
                            row.getInt("status"),
                            location,
                            subject));
                }
            }
        });
    }

    /**
     * Rows of the former version hold a digest of the parsed request, which cannot be recomputed. A request about
     * another subject is another request; otherwise it is taken as the same, because refusing a retry would lead to a
     * duplicate.
     */
    private static boolean fits(String path, UUID subject, String location) {
        boolean changesWhatIsThere = location == null;
        return !changesWhatIsThere || subject == null || path.contains(subject.toString());
    }

    /** Runs on every creating request: JDBC avoids Hibernate's overhead for native queries. */
    private Session session() {
        return entities.unwrap(Session.class);
    }
}
