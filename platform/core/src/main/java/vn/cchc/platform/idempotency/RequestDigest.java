package vn.cchc.platform.idempotency;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Identifies a request's content: SHA-256 over method, target and the bytes sent, independent of the version's parsing.
 * For a form, over the parts' names, types and bytes, since a resend has another boundary.
 */
final class RequestDigest {

    /** Terminator; no text contains it. */
    private static final byte END = 0;

    private final MessageDigest digest;

    private RequestDigest(MessageDigest digest) {
        this.digest = digest;
    }

    static byte[] of(RoutingContext exchange) {
        try {
            RequestDigest request = new RequestDigest(MessageDigest.getInstance("SHA-256"));
            request.add(exchange.request().method().name());
            request.add(exchange.request().uri());
            request.addContent(exchange);
            return request.digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addContent(RoutingContext exchange) {
        exchange.request().formAttributes().entries().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .forEach(part -> {
                    add(part.getKey());
                    add(part.getValue());
                });
        List<FileUpload> files = exchange.fileUploads();
        files.stream().sorted(Comparator.comparing(FileUpload::name)).forEach(this::add);
        Buffer body = exchange.body() == null ? null : exchange.body().buffer();
        if (files.isEmpty() && body != null) {
            digest.update(body.getBytes());
        }
    }

    private void add(FileUpload file) {
        add(file.name());
        add(file.fileName());
        add(file.contentType());
        try (InputStream content = Files.newInputStream(Path.of(file.uploadedFileName()));
                OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.update(END);
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(END);
    }
}
