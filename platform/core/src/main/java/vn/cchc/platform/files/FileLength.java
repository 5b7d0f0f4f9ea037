package vn.cchc.platform.files;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives the length of a file: to HEAD, for which nothing is written, and to Vert.x, which looks for it before the first slice is
 * written and the other headers are.
 */
class FileLength {

    @ServerResponseFilter
    public void tell(ContainerResponseContext answer, RoutingContext exchange) {
        if (answer.getEntity() instanceof FileContent.Part part) {
            exchange.response().putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(part.count()));
        }
    }
}
