package vn.cchc.platform.idempotency;

import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Builds the present view of a resource, as the response of a replay.
 *
 * @param <V> the view
 */
public interface Presenter<V extends Identified> {

    /**
     * The resource with its present {@code ETag}, within the caller's scope for the operation.
     *
     * @throws vn.cchc.platform.http.Problem 404 where it does not exist for the caller, or no longer exists
     */
    RestResponse<V> present(UUID id);
}
