package vn.cchc.platform.http;

import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Entity tags from versions (RFC 9110, 8.8.3). */
public final class ETags {

    /** Epoch of this service. In the first one tags are plain versions. */
    private static volatile int epoch = 1;

    private ETags() {}

    /**
     * Sets the epoch of tags. After a restore of the database versions are reused: including the epoch keeps earlier
     * tags from matching.
     *
     * @param now the present epoch, from 1
     */
    public static void inEpoch(int now) {
        epoch = now;
    }

    /** The epoch of this replica's tags. A write recorded in another epoch was not checked against it. */
    public static int epoch() {
        return epoch;
    }

    /** 200 with the view and its {@code ETag}. */
    public static <T> RestResponse<T> ok(T view, long version) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", tag(version))
                .build();
    }

    /** 201 with the view, its {@code ETag} and {@code Location}. */
    public static <T> RestResponse<T> created(T view, long version, URI location) {
        return RestResponse.ResponseBuilder.<T>create(Status.CREATED.getStatusCode())
                .entity(view)
                .header("ETag", tag(version))
                .header("Location", location)
                .build();
    }

    /** The strong entity tag of a version, e.g. {@code "3"} with its quotes; in a later epoch {@code "2-3"}. */
    public static String tag(long version) {
        int now = epoch;
        return '"' + (now == 1 ? "" : now + "-") + version + '"';
    }
}
