package vn.cchc.local.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * HTTP client of a service, with or without a bearer token. Retries on 503 with {@code Retry-After}, which is safe as
 * each step carries an {@code Idempotency-Key}.
 */
public final class ApiClient {
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;

    private final HttpClient http;
    private final URI address;
    private final String token;

    /** @param token null for a caller without an account */
    ApiClient(HttpClient http, URI address, String token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    /**
     * A response of a service.
     *
     * @param body a missing node when empty
     * @param etag null when there is none
     */
    public record Answer(int status, JsonNode body, String etag) {}

    /** @throws Fault when the status is not 2xx */
    public JsonNode get(String path) {
        return send(request(path).GET(), "GET " + path).body();
    }

    /** As {@link #get}, with the {@code ETag} for a later {@code If-Match}. */
    public Answer getVersioned(String path) {
        return send(request(path).GET(), "GET " + path);
    }

    /** @throws Fault when the status is not 2xx */
    public byte[] download(String path, String mediaType) {
        HttpResponse<byte[]> response =
                exchange(request(path).header("Accept", mediaType).GET(), "GET " + path);
        requireSuccess(response, "GET " + path);
        return response.body();
    }

    public String text(String path) {
        return new String(download(path, "text/plain"), StandardCharsets.UTF_8);
    }

    /**
     * Posts {@code body} as JSON.
     *
     * @param headers such as {@code Idempotency-Key} and {@code If-Match}
     * @throws Fault when the status is not 2xx
     */
    public Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(body)));
        headers.forEach(request::header);
        return send(request, "POST " + path);
    }

    /** Posts a text file with a note as multipart/form-data (RFC 7578). */
    public Answer postFile(String path, String note, String fileName, byte[] content, Map<String, String> headers) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        String boundary = "cchc-" + UUID.randomUUID();
        parts.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"note\"\r\n"
                + "Content-Type: text/plain; charset=UTF-8\r\n\r\n" + note + "\r\n"));
        parts.writeBytes(file(boundary, fileName, "text/plain", content));
        return postForm(path, boundary, parts.toByteArray(), headers);
    }

    /** Posts a file of any type as multipart/form-data (RFC 7578). */
    public Answer postFile(String path, String fileName, String mediaType, byte[] content) {
        String boundary = "cchc-" + UUID.randomUUID();
        return postForm(path, boundary, file(boundary, fileName, mediaType, content), Map.of());
    }

    private static byte[] file(String boundary, String fileName, String mediaType, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n"));
        part.writeBytes(content);
        part.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
        return part.toByteArray();
    }

    private Answer postForm(String path, String boundary, byte[] form, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form));
        headers.forEach(request::header);
        return send(request, "POST " + path);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public Answer put(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(json(body)));
        headers.forEach(request::header);
        return send(request, "PUT " + path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        Optional.ofNullable(token).ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private Answer send(HttpRequest.Builder request, String what) {
        HttpResponse<byte[]> response = exchange(request, what);
        requireSuccess(response, what);
        try {
            JsonNode body = response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Answer(
                    response.statusCode(),
                    body,
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new Fault(address + " did not answer with JSON to " + what + ": see its log.");
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request, String what) {
        try {
            for (int attempt = 1; ; attempt++) {
                HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                OptionalLong seconds = response.headers().firstValueAsLong("Retry-After");
                if (response.statusCode() != 503 || seconds.isEmpty() || attempt == ATTEMPTS) {
                    return response;
                }
                TimeUnit.SECONDS.sleep(seconds.getAsLong());
            }
        } catch (IOException e) {
            throw new Fault(address + " did not answer " + what + " (" + e + "): see its log, and start again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("Interrupted at " + what + ": start again; progress is kept.");
        }
    }

    private void requireSuccess(HttpResponse<byte[]> response, String what) {
        if (response.statusCode() / 100 != 2) {
            throw new Fault(
                    address + " answered " + response.statusCode() + " to " + what
                            + ": start again; if that does not help, start over with -Dcchc.fresh.",
                    new String(response.body(), StandardCharsets.UTF_8));
        }
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a request that cannot be written as JSON", e);
        }
    }
}
