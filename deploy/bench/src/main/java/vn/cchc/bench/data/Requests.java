package vn.cchc.bench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import vn.cchc.bench.Layout;
import vn.cchc.bench.Unmeasurable;

/** Requests of one kind, as files for wrk scripts and as bytes for an open loop. */
public final class Requests {
    /** Placeholder in a POST body for a value unique to the request. */
    public static final String NUMBER = "#NUMBER#";

    private final List<String> arguments;
    private final Supplier<byte[]> bytes;

    private Requests(List<String> arguments, Supplier<byte[]> bytes) {
        this.arguments = arguments;
        this.bytes = bytes;
    }

    /** Arguments of the wrk script. */
    public List<String> arguments() {
        return arguments;
    }

    /** Complete requests in random order. */
    public Supplier<byte[]> bytes() {
        return bytes;
    }

    /** A GET with a bearer token. */
    public record Get(String token, String path) {}

    /** Reads, which may be repeated any number of times. */
    public static Requests gets(Layout layout, String name, List<Get> gets) {
        Map<String, Integer> tokens = new LinkedHashMap<>();
        gets.forEach(get -> tokens.putIfAbsent(get.token(), tokens.size() + 1));
        List<String> lines = gets.stream()
                .map(get -> tokens.get(get.token()) + " " + get.path())
                .toList();
        Path tokenFile = layout.work(name + ".tokens");
        Path requestFile = layout.work(name + ".requests");
        write(tokenFile, List.copyOf(tokens.keySet()));
        write(requestFile, lines);
        List<byte[]> whole = gets.stream().map(Requests::whole).toList();
        return new Requests(
                List.of(tokenFile.toString(), requestFile.toString()),
                () -> whole.get(ThreadLocalRandom.current().nextInt(whole.size())));
    }

    private static byte[] whole(Get get) {
        return ("GET " + get.path()
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer "
                        + get.token() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * POSTs without a token, each with its own Idempotency-Key.
     *
     * @param bodies each contains {@link #NUMBER}
     */
    public static Requests posts(Layout layout, String name, String path, List<String> bodies) {
        Path bodyFile = layout.work(name + ".bodies");
        write(bodyFile, bodies);
        AtomicLong sent = new AtomicLong();
        List<String> all = new ArrayList<>(bodies);
        return new Requests(List.of(path, bodyFile.toString()), () -> {
            String body = all.get(ThreadLocalRandom.current().nextInt(all.size()))
                    .replace(NUMBER, "o" + System.nanoTime() + "-" + sent.incrementAndGet());
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                            + "Accept-Language: vi\r\nContent-Type: application/json\r\nIdempotency-Key: "
                            + UUID.randomUUID() + "\r\nContent-Length: " + content.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] request = new byte[head.length + content.length];
            System.arraycopy(head, 0, request, 0, head.length);
            System.arraycopy(content, 0, request, head.length, content.length);
            return request;
        });
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new Unmeasurable(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
