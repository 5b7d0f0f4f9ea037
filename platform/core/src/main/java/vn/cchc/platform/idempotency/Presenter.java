package vn.cchc.platform.idempotency;

import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Shows a thing as it is now: the answer to a request that is sent again.
 *
 * @param <V> the answer
 */
public interface Presenter<V extends Identified> {

    /**
     * The thing with its present {@code ETag}, for the caller of the request under way and as far as the right of its operation reaches.
     *
     * @throws vn.cchc.platform.http.Problem 404 where it does not exist for the caller, or no more
     */
    RestResponse<V> present(UUID id);
}
