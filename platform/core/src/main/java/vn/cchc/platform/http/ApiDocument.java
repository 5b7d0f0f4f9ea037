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
 * where {@code Accept} prefers JSON. Tests verify that the documents match the service.
 */
@ApplicationScoped
class ApiDocument {

    private static final String YAML = "application/yaml;charset=UTF-8";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final List<Accept.Offer> OFFERED =
            List.of(Accept.Offer.of("application/yaml"), Accept.Offer.of("application/json"));

    void serve(@Observes Router router) {
        for (String name : List.of("openapi", "openapi-3.0")) {
            byte[] yaml = packaged("contracts/" + name + ".yaml");
            if (yaml.length > 0) {
                Document document = new Document(yaml);
                for (String ending : List.of("", ".yaml", ".yml", ".json")) {
                    router.route("/q/" + name + ending)
                            .method(HttpMethod.GET)
                            .method(HttpMethod.HEAD)
                            .handler(document::answer);
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

        /** Converted on first use. */
        private byte[] json;

        Document(byte[] yaml) {
            this.yaml = yaml;
        }

        void answer(RoutingContext exchange) {
            if (asksForJson(exchange)) {
                exchange.vertx()
                        .executeBlocking(this::json)
                        .onSuccess(json -> send(exchange, JSON, json))
                        .onFailure(exchange::fail);
            } else {
                send(exchange, YAML, yaml);
            }
        }

        private static void send(RoutingContext exchange, String mediaType, byte[] content) {
            exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(Buffer.buffer(content));
        }

        private static boolean asksForJson(RoutingContext exchange) {
            String path = exchange.normalizedPath();
            List<String> format = exchange.queryParam("format");
            if (path.endsWith(".json")) {
                return true;
            }
            if (path.endsWith("ml")) {
                return false;
            }
            return format.isEmpty()
                    ? Accept.of(exchange.request().headers().getAll(HttpHeaders.ACCEPT))
                            .flatMap(accept -> accept.best(OFFERED))
                            .filter("application/json"::equals)
                            .isPresent()
                    : format.get(0).equalsIgnoreCase("json");
        }

        private synchronized byte[] json() throws IOException {
            if (json == null) {
                json = new ObjectMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
            }
            return json;
        }
    }
}
