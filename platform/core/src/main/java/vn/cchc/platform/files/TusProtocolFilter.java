package vn.cchc.platform.files;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;

/** Applies {@link TusProtocol}. */
class TusProtocolFilter {

    /** Before access check and rate limit, whose responses name the version, too. */
    private static final int FIRST = 900;

    @TusProtocol
    @ServerRequestFilter(nonBlocking = true, priority = FIRST)
    public void speak(ContainerRequestContext request, RoutingContext exchange) {
        exchange.response().putHeader(TusProtocol.RESUMABLE, TusProtocol.VERSION);
        if (request.getMethod().equals("OPTIONS")) {
            return;
        }
        if (!TusProtocol.VERSION.equals(request.getHeaderString(TusProtocol.RESUMABLE))) {
            throw Problem.unsupportedVersion(
                    BilingualText.of(
                            "Cần header Tus-Resumable: " + TusProtocol.VERSION + ".",
                            "The header Tus-Resumable: " + TusProtocol.VERSION + " is needed."),
                    TusProtocol.VERSIONS,
                    TusProtocol.VERSION);
        }
        if (request.getMethod().equals("PATCH") && !isChunk(request.getHeaderString("Content-Type"))) {
            throw Problem.unsupportedMediaType(
                    BilingualText.of("Loại nội dung không được nhận.", "The media type is not taken."),
                    FieldFault.of(
                            "Content-Type", "Cần " + TusProtocol.CHUNK + ".", "Must be " + TusProtocol.CHUNK + "."));
        }
    }

    private static boolean isChunk(String contentType) {
        return contentType != null
                && contentType
                        .replaceAll(";.*", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(TusProtocol.CHUNK);
    }

    /**
     * {@code X-HTTP-Method-Override} stands for the method where a client or its proxy knows no PATCH (tus, core protocol).
     */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void override(ContainerRequestContext request) {
        String method = request.getHeaderString("X-HTTP-Method-Override");
        if (method != null
                && request.getMethod().equals("POST")
                && request.getHeaderString(TusProtocol.RESUMABLE) != null
                && (method.equals("PATCH") || method.equals("DELETE") || method.equals("HEAD"))) {
            request.setMethod(method);
        }
    }
}
