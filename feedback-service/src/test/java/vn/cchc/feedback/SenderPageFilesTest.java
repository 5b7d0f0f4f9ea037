package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.attachment.metadata.TestFiles;
import vn.cchc.platform.testing.LocalServers;

/** Files on the pages for people without an account, in forms as a browser sends them (multipart/form-data). */
@QuarkusTest
@WithTestResource(LocalServers.class)
class SenderPageFilesTest {

    private static final Pattern ACTION = Pattern.compile("action=\"(/phan-anh/[^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"Tracking-Secret\" value=\"([^\"]+)\"");
    private static final Pattern UPLOAD = Pattern.compile("name=\"upload\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    private static final int LARGEST = 20 * 1024 * 1024;

    private Commune commune;

    @BeforeEach
    void inJanuary() throws SQLException {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        try (var connection = LocalServers.connect();
                var delete = connection.prepareStatement("DELETE FROM attachment WHERE feedback_id IS NULL")) {
            delete.executeUpdate();
        }
    }

    private record Chosen(String name, String type, Buffer content) {

        Chosen(String name, String type, byte[] content) {
            this(name, type, Buffer.buffer(content));
        }
    }

    private static Chosen pdf(String name, int length) {
        return new Chosen(name, "application/pdf", AttachmentsTest.pdf(length));
    }

    /** The form as browsers write it; where no file is chosen, an empty one without a name. */
    private static List<byte[]> parts(Map<String, List<String>> fields, List<Chosen> files) {
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> parts.add(utf8("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"))));
        for (Chosen file : files.isEmpty() ? List.of(new Chosen("", "application/octet-stream", new byte[0])) : files) {
            parts.add(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n"));
            if (file.content().length() > 0) {
                parts.add(file.content().getBytes());
            }
            parts.add(utf8("\r\n"));
        }
        parts.add(utf8("--" + BOUNDARY + "--\r\n"));
        return parts;
    }

    private static byte[] body(Map<String, List<String>> fields, List<Chosen> files) {
        return TestFiles.concat(parts(fields, files).toArray(byte[][]::new));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a form is answered with. */
    private record Page(int status, String html) {

        Page is(int expected, String... texts) {
            assertThat(status).as(html).isEqualTo(expected);
            if (texts.length > 0) {
                assertThat(html).contains(texts);
            }
            return this;
        }
    }

    private static Page submit(String action, Map<String, List<String>> fields, Chosen... files) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + action))
                                    .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                    .POST(HttpRequest.BodyPublishers.ofByteArrays(parts(fields, List.of(files))))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> filledIn() {
        return new HashMap<>(Map.of(
                "kind", List.of("PROPOSAL"),
                "content", List.of(Commune.CONTENT),
                "sender.name", List.of("Nguyễn Văn An"),
                "sender.address", List.of("Thôn 3, xã Tiên Hưng"),
                "sender.phone", List.of("0912 345 678"),
                "sender.email", List.of(""),
                "website", List.of("")));
    }

    private static String found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        assertThat(matcher.find()).as(html).isTrue();
        return matcher.group(1);
    }

    private static List<String> uploads(Page page) {
        return UPLOAD.matcher(page.html())
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    private String action() {
        return found(
                ACTION,
                given().accept("text/html").get("/phan-anh/" + commune.id()).asString());
    }

    private static Map<String, List<String>> key(Page receipt) {
        receipt.is(200);
        return new HashMap<>(Map.of(
                "code",
                List.of(found(CODE, receipt.html())),
                "Tracking-Secret",
                List.of(found(SECRET, receipt.html()))));
    }

    private static Response follow(Map<String, List<String>> key) {
        return given().accept("text/html")
                .formParam("code", key.get("code").get(0))
                .formParam("Tracking-Secret", key.get("Tracking-Secret").get(0))
                .post("/tra-cuu");
    }

    private UUID only() {
        Response all = commune.asClerk().get("/api/v1/feedback");
        all.then().body("items", hasSize(1));
        return UUID.fromString(all.path("items[0].id"));
    }

    private Response attachments(UUID id) {
        return commune.asClerk().get("/api/v1/feedback/" + id + "/attachments");
    }

    private void noneIsReceived() {
        commune.asClerk().get("/api/v1/feedback").then().body("items", hasSize(0));
    }

    /** Uploads that belong to no feedback, complete or not. */
    private static long leftOver() throws SQLException {
        try (var connection = LocalServers.connect();
                var select = connection.prepareStatement("SELECT count(*) FROM attachment WHERE feedback_id IS NULL");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long onDisk() throws IOException {
        Path folder = Path.of(ConfigProvider.getConfig().getValue("quarkus.http.body.uploads-directory", String.class));
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void the_form_asks_for_files_with_a_label_and_without_forcing_the_camera() {
        given().accept("text/html")
                .get("/phan-anh/" + commune.id())
                .then()
                .body(containsString("enctype=\"multipart/form-data\""))
                .body(containsString("<label for=\"file\">"))
                .body(containsString("image/heic"))
                .body(containsString("multiple=\"multiple\""))
                .body(not(containsString("capture")));
    }

    @Test
    void photos_and_documents_are_handed_in_without_place_and_device_and_listed_for_the_sender() throws SQLException {
        byte[] photo = TestFiles.jpeg();

        Map<String, List<String>> key =
                key(submit(action(), filledIn(), new Chosen("cột đèn.jpg", "image/jpeg", photo), pdf("đơn.pdf", 5000)));

        UUID id = only();
        Response kept = attachments(id);
        kept.then()
                .body("items.fileName", equalTo(List.of("cột đèn.jpg", "đơn.pdf")))
                .body("items.mediaType", equalTo(List.of("image/jpeg", "application/pdf")))
                .body("items[1].size", equalTo(5000));
        byte[] shown = commune.asClerk()
                .get("/api/v1/feedback/" + id + "/attachments/" + kept.path("items[0].id"))
                .asByteArray();
        assertThat(TestFiles.contains(shown, utf8(TestFiles.DEVICE))).isFalse();
        follow(key).then().body(containsString("cột đèn.jpg (")).body(containsString("đơn.pdf (4 KB)"));
        assertThat(leftOver()).isZero();
    }

    @Test
    void a_form_without_files_is_taken_too() {
        submit(action(), filledIn()).is(200);
        attachments(only()).then().body("items", hasSize(0));
    }

    @Test
    void a_file_that_is_too_large_is_told_beside_its_field_and_the_others_need_not_be_sent_again() throws SQLException {
        String action = action();

        Page page = submit(action, filledIn(), pdf("phim.pdf", LARGEST + 1), pdf("đơn.pdf", 5000));

        page.is(422, "phim.pdf: Tệp lớn hơn 20 MB.", "đơn.pdf (4 KB)", Commune.CONTENT, "Nguyễn Văn An");
        noneIsReceived();
        Map<String, List<String>> again = filledIn();
        again.put("upload", uploads(page));
        submit(found(ACTION, page.html()), again, pdf("vừa.pdf", LARGEST)).is(200);
        attachments(only()).then().body("items.fileName", equalTo(List.of("đơn.pdf", "vừa.pdf")));
        assertThat(leftOver()).isZero();
    }

    @Test
    void the_content_tells_the_type_and_a_wrong_one_leaves_nothing() throws SQLException {
        byte[] script = utf8("<!DOCTYPE html><html><script>alert(1)</script></html>");

        submit(
                        action(),
                        filledIn(),
                        new Chosen("anh.jpg", "image/jpeg", script),
                        new Chosen("a.exe", "application/x-msdownload", script),
                        new Chosen("rỗng.pdf", "application/pdf", new byte[0]))
                .is(
                        422,
                        "anh.jpg: Nội dung tệp không phải loại đã khai báo.",
                        "a.exe: Loại tệp không được nhận.",
                        "rỗng.pdf: Tệp rỗng.");

        noneIsReceived();
        assertThat(leftOver()).isZero();
    }

    @Test
    void of_eleven_files_ten_are_kept_and_the_eleventh_is_named() {
        Chosen[] eleven = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> pdf("t" + i + ".pdf", 2000))
                .toArray(Chosen[]::new);

        Page page = submit(action(), filledIn(), eleven);

        page.is(422, "có tối đa 10 tệp. Chưa nhận: t11.pdf.");
        noneIsReceived();
        Map<String, List<String>> again = filledIn();
        again.put("upload", uploads(page));
        submit(found(ACTION, page.html()), again).is(200);
        attachments(only()).then().body("items", hasSize(10));
    }

    @Test
    void another_fault_keeps_the_files_and_a_named_upload_that_is_gone_is_told() {
        Map<String, List<String>> wrong = filledIn();
        wrong.put("sender.name", List.of(""));
        Page page = submit(action(), wrong, pdf("đơn.pdf", 5000));
        page.is(422, "Phải có họ tên.");
        assertThat(uploads(page)).hasSize(1);

        Map<String, List<String>> gone = filledIn();
        gone.put("upload", List.of(uploads(page).get(0), UUID.randomUUID().toString()));
        Page told = submit(found(ACTION, page.html()), gone);

        told.is(422, "đã hết hạn hoặc đã được dùng");
        assertThat(uploads(told)).isEqualTo(uploads(page));
        noneIsReceived();
    }

    @Test
    void what_fills_in_everything_leaves_no_file() throws SQLException {
        Map<String, List<String>> program = filledIn();
        program.put("website", List.of("http://spam.example"));

        submit(action(), program, pdf("đơn.pdf", 5000)).is(422);

        assertThat(leftOver()).isZero();
    }

    @Test
    void a_double_press_makes_one_feedback_with_its_files_once() throws SQLException {
        String action = action();

        List<CompletableFuture<Page>> presses = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> submit(action, filledIn(), pdf("a.pdf", 300_000), pdf("b.pdf", 5000))))
                .toList();
        List<String> secrets = presses.stream()
                .map(CompletableFuture::join)
                .map(receipt -> found(SECRET, receipt.html()))
                .toList();

        assertThat(secrets.get(0)).isEqualTo(secrets.get(1));
        attachments(only()).then().body("items.fileName", equalTo(List.of("a.pdf", "b.pdf")));
        assertThat(leftOver()).isZero();
    }

    @Test
    void another_file_from_the_same_page_is_another_content() {
        String action = action();
        submit(action, filledIn(), pdf("a.pdf", 5000)).is(200);

        submit(action, filledIn(), pdf("a.pdf", 5001)).is(422, "đã gửi một nội dung khác");

        only();
    }

    @Test
    void a_form_that_breaks_off_leaves_nothing() throws IOException, SQLException {
        long before = onDisk();
        String action = action();
        byte[] whole = body(filledIn(), List.of(pdf("a.pdf", 5000), pdf("b.pdf", 400_000)));
        try (Socket line = new Socket("localhost", RestAssured.port)) {
            line.getOutputStream()
                    .write(utf8("POST " + action
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                            + "\r\nContent-Length: " + whole.length + "\r\n\r\n"));
            line.getOutputStream().write(whole, 0, whole.length - 100_000);
            line.getOutputStream().flush();
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(onDisk()).isEqualTo(before));
        assertThat(leftOver()).isZero();
        noneIsReceived();
        submit(action, filledIn(), pdf("a.pdf", 5000)).is(200);
        attachments(only()).then().body("items", hasSize(1));
    }

    @Test
    void a_form_longer_than_all_files_together_is_refused_before_it_comes() throws IOException {
        String action = action();
        try (Socket line = new Socket("localhost", RestAssured.port)) {
            line.setSoTimeout(10_000);
            line.getOutputStream()
                    .write(utf8("POST " + action + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                            + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: "
                            + (202L * 1024 * 1024) + "\r\n\r\n"));
            line.getOutputStream().flush();
            assertThat(new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void a_requested_supplement_brings_files_up_to_ten_in_all() throws SQLException {
        Map<String, List<String>> key = key(submit(action(), filledIn(), pdf("trước.pdf", 5000)));
        UUID id = only();
        commune.post(commune.asClerk(), id, "supplement-requests", commune.body(Transition.REQUEST_SUPPLEMENT));
        follow(key).then().body(containsString("Tối đa 9 tệp")).body(containsString("trước.pdf (4 KB)"));

        submit("/tra-cuu/bo-sung", key, new Chosen("a.txt", "text/plain", utf8("chữ")))
                .is(422, "a.txt: Loại tệp không được nhận.");
        Map<String, List<String>> given = new HashMap<>(key);
        given.put("content", List.of("Cột thứ ba, trước nhà văn hóa."));
        submit("/tra-cuu/bo-sung", given, pdf("sau.pdf", 6000)).is(200, "Đã tiếp nhận, đang xem xét", "sau.pdf (5 KB)");
        submit("/tra-cuu/bo-sung", given, pdf("sau.pdf", 6000)).is(409, "đã được ghi nhận trước đó");

        attachments(id).then().body("items.fileName", equalTo(List.of("trước.pdf", "sau.pdf")));
        assertThat(leftOver()).isZero();
    }

    @Test
    void without_the_secret_no_file_is_taken() throws SQLException {
        Map<String, List<String>> key = key(submit(action(), filledIn()));
        commune.post(commune.asClerk(), only(), "supplement-requests", commune.body(Transition.REQUEST_SUPPLEMENT));
        key.put("Tracking-Secret", List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"));

        submit("/tra-cuu/bo-sung", key, pdf("a.pdf", 5000)).is(404);

        assertThat(leftOver()).isZero();
    }
}
