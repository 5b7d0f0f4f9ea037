package vn.cchc.platform.files;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sets {@code Content-Length} of a download: a response to HEAD has no body to derive it from, and Vert.x needs it before
 * the first write, earlier than the other headers are set.
 */
class FileLength {

    @ServerResponseFilter
    public void tell(ContainerResponseContext answer, RoutingContext exchange) {
        if (answer.getEntity() instanceof FileContent.Part part) {
            exchange.response().putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(part.count()));
        }
    }
}
