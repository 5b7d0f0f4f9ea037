package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads the request body before a worker is used, after access check and rate limit: slow senders occupy no thread.
 * Quarkus would block a worker for each.
 */
class RequestBodies {

    /** After the access check. */
    static final int PRIORITY = 1200;

    private final CurrentVertxRequest current;
    private final RequestBodyConfig config;
    private final RequestOwner owner;
    private final BytesInFlight memory;
    private final BytesInFlight disk;
    private final UploadFolder uploads;

    RequestBodies(
            CurrentVertxRequest current,
            RequestBodyConfig config,
            RequestOwner owner,
            UploadFolder uploads,
            BodyMemory memory) {
        this.current = current;
        this.config = config;
        this.owner = owner;
        this.uploads = uploads;
        this.memory = memory.inFlight();
        this.disk = memory.onDisk();
    }

    @ServerRequestFilter(nonBlocking = true, priority = PRIORITY)
    public Uni<Void> read(ResourceInfo resource) {
        MaxBody longest = resource.getResourceMethod().getAnnotation(MaxBody.class);
        if (longest == null) {
            return Uni.createFrom().voidItem();
        }
        RoutingContext exchange = current.getCurrent();
        List<String> consumed = consumed(resource);
        boolean form = consumed.contains(MediaType.MULTIPART_FORM_DATA)
                && isForm(exchange.request().getHeader(HttpHeaders.CONTENT_TYPE));
        // Without a media type any resource is chosen; what is no form would be held in memory up to the limit of a
        // file.
        if (!form && consumed.equals(List.of(MediaType.MULTIPART_FORM_DATA))) {
            return Uni.createFrom().failure(new NotSupportedException());
        }
        return Uni.createFrom().emitter(outcome -> new IncomingBody(
                        exchange,
                        config,
                        form ? disk : memory,
                        owner.of(exchange),
                        longest.value(),
                        form,
                        uploads.path(),
                        outcome)
                .read());
    }

    /** The media types of the method, otherwise of its class. */
    private static List<String> consumed(ResourceInfo resource) {
        Consumes ofMethod = resource.getResourceMethod().getAnnotation(Consumes.class);
        Consumes consumed = ofMethod == null ? resource.getResourceClass().getAnnotation(Consumes.class) : ofMethod;
        return consumed == null ? List.of() : List.of(consumed.value());
    }

    private static boolean isForm(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }
}
