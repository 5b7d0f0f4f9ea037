package vn.cchc.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Serves the committed OpenAPI documents of the service: {@code contracts/openapi.yaml} (3.1) at {@code /q/openapi}, {@code
 * contracts/openapi-3.0.yaml} at {@code /q/openapi-3.0}. As YAML, or as JSON at {@code ….json}, with {@code ?format=json} or
 * where {@code Accept} names JSON. Tests hold them to what the service does.
 */
@ApplicationScoped
class ApiDocument {

    private static final String YAML = "application/yaml;charset=UTF-8";
    private static final String JSON = "application/json;charset=UTF-8";

    void serve(@Observes Router router) {
        for (String name : List.of("openapi", "openapi-3.0")) {
            byte[] yaml = packaged("contracts/" + name + ".yaml");
            if (yaml.length > 0) {
                Document document = new Document(yaml);
                for (String ending : List.of("", ".yaml", ".yml", ".json")) {
                    router.route("/q/" + name + ending)
                            .method(HttpMethod.GET)
                            .method(HttpMethod.HEAD)
                            .blockingHandler(document::answer);
                }
            }
        }
    }

    private static byte[] packaged(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return file == null ? new byte[0] : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Document {
        private final byte[] yaml;

        /** Converted when first asked for. */
        private byte[] json;

        Document(byte[] yaml) {
            this.yaml = yaml;
        }

        void answer(RoutingContext exchange) {
            boolean asJson = asksForJson(exchange);
            exchange.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, asJson ? JSON : YAML)
                    .end(Buffer.buffer(asJson ? json() : yaml));
        }

        private static boolean asksForJson(RoutingContext exchange) {
            String path = exchange.normalizedPath();
            if (path.endsWith(".json")) {
                return true;
            }
            List<String> format = exchange.queryParam("format");
            if (!format.isEmpty()) {
                return format.get(0).equalsIgnoreCase("json");
            }
            String accepted = exchange.request().getHeader(HttpHeaders.ACCEPT);
            return !path.endsWith("ml") && accepted != null && accepted.contains("application/json");
        }

        private synchronized byte[] json() {
            if (json == null) {
                try {
                    json = new ObjectMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return json;
        }
    }
}
