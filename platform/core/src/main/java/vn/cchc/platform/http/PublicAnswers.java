package vn.cchc.platform.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Applies {@link PublicFor}. */
class PublicAnswers {

    @PublicFor(seconds = 0)
    @ServerResponseFilter
    public void permitKeeping(ResourceInfo resource, ContainerResponseContext answer) {
        int seconds =
                resource.getResourceMethod().getAnnotation(PublicFor.class).seconds();
        answer.getHeaders().putSingle("Cache-Control", "public, max-age=" + seconds);
    }
}
