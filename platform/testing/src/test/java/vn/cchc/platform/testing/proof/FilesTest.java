package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.util.internal.PlatformDependent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.LocalServers.Server;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.OpenApiContract;

/** Files go in and out as streams: as they were, in parts, and whatever their size and their reader's pace. */
@QuarkusTest
@WithTestResource(LocalServers.class)
@TestProfile(RequestBodiesTest.FewWorkers.class)
class FilesTest {

    private static final int KB = 1024;
    private static final int MB = 1024 * KB;
    private static final int SLICE = 256 * KB;

    /** More than the heap of 768 MB has room for, were each file of 20 MB in memory; five for each worker and connection. */
    private static final int SLOW_READERS = 40;

    private static final long FLAT = 100L * MB;
    private static final int PATIENCE_MILLIS = 60_000;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FILES = "/api/v1/sample-files";

    private static final byte[] OF_1_MB = pdf(MB);

    @TestHTTPResource
    URI address;

    private static byte[] pdf(int size) {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        byte[] head = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
    }

    /** REST Assured would write all of a file into its log. */
    private static HttpResponse<byte[]> send(String path, UnaryOperator<HttpRequest.Builder> request) {
        try {
            return CLIENT.send(
                    request.apply(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path)))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<byte[]> post(byte[] file, String mediaType) {
        return send(FILES, request -> request.header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(
                                "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                                        + "Content-Type: " + mediaType + "\r\n\r\n"),
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--part--\r\n"))));
    }

    /** Where it lies. */
    private static String upload(byte[] file) {
        HttpResponse<byte[]> answer = post(file, "application/pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        return FILES + "/" + new String(answer.body(), StandardCharsets.US_ASCII);
    }

    private static HttpResponse<byte[]> get(String path, Map<String, String> headers) {
        return send(path, request -> {
            headers.forEach(request::header);
            return request;
        });
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newSha256().digest(bytes));
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** An answer that is no file: it waits in memory as a whole. */
    @ApplicationScoped
    static class LongAnswer {

        static final String PATH = "/long-answer";

        void answer(@Observes Router router) {
            router.get(PATH).handler(exchange -> exchange.response().end(Buffer.buffer(new byte[MB])));
        }
    }

    /** A client that reads the head of the answer, and of the body what it is told to. */
    private final class Reader implements AutoCloseable {

        private final Socket socket = new Socket();
        private final InputStream in;
        private final String status;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Reader(String method, String path) {
            try {
                // What the operating system takes for a reader who is slow is not memory of the service.
                socket.setReceiveBufferSize(4 * KB);
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
                ask(method, path);
                in = new BufferedInputStream(socket.getInputStream(), KB);
                status = line();
                for (String header = line(); !header.isEmpty(); header = line()) {
                    String[] parts = header.split(": ", 2);
                    headers.put(parts[0], parts[1]);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** The answer follows those before it on the same connection. */
        private void ask(String method, String path) throws IOException {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                assertThat(next).as("the head is whole").isNotNegative();
                line.append((char) next);
            }
            return line.toString().strip();
        }

        long length() {
            return Long.parseLong(headers.get("Content-Length"));
        }

        /** Reads the body to its length, or to where it is cut off, and tells how long it was. */
        long drain(MessageDigest digest) {
            byte[] buffer = new byte[64 * KB];
            long read = 0;
            try {
                while (read < length()) {
                    int count = in.read(buffer, 0, (int) Math.min(buffer.length, length() - read));
                    if (count < 0) {
                        return read;
                    }
                    digest.update(buffer, 0, count);
                    read += count;
                }
            } catch (IOException reset) {
                return read;
            }
            return read;
        }

        /** Without a word: what is still under way is refused by a reset. */
        void vanish() {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            vanish();
        }
    }

    /** What is logged at WARNING and above of requests and answers while it is open. */
    private static final class Log extends Handler implements AutoCloseable {

        private static final List<String> OF_ANSWERS = List.of(
                "vn.cchc.platform.files",
                "vn.cchc.platform.http",
                "io.vertx",
                "io.netty",
                "io.quarkus",
                "org.jboss.resteasy");

        private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

        Log() {
            Logger.getLogger("").addHandler(this);
        }

        List<String> loggers() {
            return records.stream().map(LogRecord::getLoggerName).toList();
        }

        @Override
        public void publish(LogRecord each) {
            if (each.getLevel().intValue() >= Level.WARNING.intValue()
                    && OF_ANSWERS.stream().anyMatch(each.getLoggerName()::startsWith)) {
                records.add(each);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }

    private static double held() {
        return Management.metrics()
                .lines()
                .filter(line -> line.startsWith("cchc_responses_pending_bytes"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitAllGivenBack() {
        await().atMost(Duration.ofSeconds(20)).until(FilesTest::held, bytes -> bytes == 0);
    }

    /** In bytes: what is alive on the heap, and beside it. */
    private static long memory() {
        System.gc();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + direct
                + Math.max(0, PlatformDependent.usedDirectMemory());
    }

    private static void awaitNothingIsRead() {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Database.count(
                                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT substring%'"
                                        + " AND (state <> 'idle' OR state_change > clock_timestamp() - interval '1 second')"),
                        active -> active == 0);
    }

    /** An answer that a test before has read may still be counted for half a second. */
    @BeforeEach
    void await_nothing_held() {
        awaitAllGivenBack();
    }

    @Test
    void a_file_comes_back_as_it_was_with_what_is_known_of_it() {
        HttpResponse<byte[]> whole = get(upload(OF_1_MB), Map.of());

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(OF_1_MB);
        assertThat(header(whole, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(whole, "Content-Length")).isEqualTo(Integer.toString(MB));
        assertThat(header(whole, "ETag")).isEqualTo('"' + sha256(OF_1_MB) + '"');
        assertThat(header(whole, "Last-Modified")).isEqualTo("Tue, 05 Jan 2021 01:30:00 GMT");
        assertThat(header(whole, "Transfer-Encoding")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-262143, 0, 262144",
        "bytes=262143-262144, 262143, 262145",
        "bytes=100000-900000, 100000, 900001",
        "bytes=1048575-, 1048575, 1048576",
        "bytes=-300000, 748576, 1048576",
    })
    void a_part_is_sent_wherever_it_begins_and_ends(String range, int from, int end) {
        HttpResponse<byte[]> part =
                get(upload(OF_1_MB), Map.of("Range", range, "If-Range", '"' + sha256(OF_1_MB) + '"'));

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes " + from + "-" + (end - 1) + "/" + MB);
        assertThat(header(part, "Content-Length")).isEqualTo(Integer.toString(end - from));
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(OF_1_MB, from, end));
    }

    @Test
    void who_has_a_part_of_another_file_gets_the_whole_and_who_has_the_file_nothing() {
        String path = upload(OF_1_MB);

        assertThat(get(path, Map.of("Range", "bytes=0-9", "If-Range", "\"another\""))
                        .body())
                .isEqualTo(OF_1_MB);
        HttpResponse<byte[]> had = get(path, Map.of("If-None-Match", '"' + sha256(OF_1_MB) + '"'));
        assertThat(had.statusCode()).isEqualTo(304);
        assertThat(had.body()).isEmpty();
        HttpResponse<byte[]> beyond = get(path, Map.of("Range", "bytes=" + MB + "-"));
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + MB);
    }

    @Test
    void of_a_file_whose_bytes_are_gone_all_but_the_bytes_is_told() {
        String path = upload(OF_1_MB);
        Database.value("DELETE FROM sample_file WHERE id = CAST(? AS uuid) RETURNING 1", path.replaceAll(".*/", ""));

        try (Reader head = new Reader("HEAD", path)) {
            assertThat(head.status).isEqualTo("HTTP/1.1 200 OK");
            assertThat(head.length()).isEqualTo(MB);
            assertThat(head.headers).containsEntry("ETag", '"' + sha256(OF_1_MB) + '"');
        }
        assertThat(get(path, Map.of("If-None-Match", "*")).statusCode()).isEqualTo(304);
        assertThat(get(path, Map.of("Range", "bytes=" + MB + "-")).statusCode()).isEqualTo(416);
        assertThat(get(path, Map.of()).statusCode()).isEqualTo(500);
        awaitAllGivenBack();
    }

    @ParameterizedTest
    @CsvSource({
        "Range, lines=0-9, 200",
        "Range, bytes=0-9, 206",
        "Range, bytes=1048576-, 416",
        "If-None-Match, *, 304",
    })
    void a_download_is_as_documented(String header, String value, int status) {
        String path = upload(OF_1_MB);

        Response answer = RestAssured.given().header(header, value).get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        OpenApiContract.assertDocumented("getSampleFile", answer);
    }

    @Test
    void many_slow_readers_of_large_files_hold_neither_memory_nor_a_worker_nor_a_connection() {
        byte[] file = pdf(20 * MB);
        String sum = sha256(file);
        String path = upload(file);
        long before = memory();
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < SLOW_READERS; i++) {
            readers.add(new Reader("GET", path));
        }
        awaitNothingIsRead();

        assertThat(memory() - before).isLessThan(FLAT);
        assertThat(held()).isEqualTo((double) SLOW_READERS * SLICE);
        // Far more than there are workers and connections (SizesByCores).
        assertThat(sha256(get(upload(OF_1_MB), Map.of()).body())).isEqualTo(sha256(OF_1_MB));
        for (Reader reader : readers.subList(0, 3)) {
            MessageDigest digest = newSha256();
            assertThat(reader.drain(digest)).isEqualTo(20L * MB);
            assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sum);
        }
        readers.forEach(Reader::close);
        awaitAllGivenBack();
    }

    @Test
    void a_reader_who_goes_away_ends_its_download_and_is_no_news() {
        String path = upload(pdf(20 * MB));
        try (Log log = new Log()) {
            Reader reader = new Reader("GET", path);
            // The metrics read before may still be counted for half a second.
            await().atMost(Duration.ofSeconds(20)).until(FilesTest::held, bytes -> bytes == SLICE);

            reader.vanish();

            awaitAllGivenBack();
            awaitNothingIsRead();
            assertThat(log.loggers()).isEmpty();
        }
    }

    @Test
    void an_answer_that_nobody_reads_is_counted_until_its_reader_goes_away() throws IOException {
        try (Reader reader = new Reader("GET", LongAnswer.PATH)) {
            // More than the buffers of the operating system take.
            for (int i = 0; i < 40; i++) {
                reader.ask("GET", LongAnswer.PATH);
            }
            await().atMost(Duration.ofSeconds(20)).until(FilesTest::held, bytes -> bytes > 64 * KB);
        }
        awaitAllGivenBack();
    }

    @Test
    void a_database_lost_on_the_way_cuts_the_body_off_and_is_told_in_one_line() {
        String path = upload(pdf(20 * MB));
        try (Log log = new Log();
                Reader reader = new Reader("GET", path)) {
            awaitNothingIsRead();
            Server.POSTGRES.kill();
            try {
                assertThat(reader.drain(newSha256())).isPositive().isLessThan(20L * MB);
            } finally {
                Server.POSTGRES.start();
            }
            awaitAllGivenBack();
            assertThat(log.loggers())
                    .filteredOn(name -> name.startsWith("vn.cchc.platform.files") || name.startsWith("io.vertx"))
                    .containsExactly("vn.cchc.platform.files.FileContentWriter");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Management.get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void a_file_of_more_than_is_taken_or_of_another_type_is_refused() {
        byte[] larger = Arrays.copyOf(pdf(MB), 20 * MB + 1);

        assertThat(post(larger, "application/pdf").statusCode()).isEqualTo(413);
        assertThat(post(OF_1_MB, "image/png").statusCode()).isEqualTo(415);
    }
}
