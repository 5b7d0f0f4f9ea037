package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.attachment.metadata.TestFiles;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** Files of feedback: uploaded by tus 1.0, named by the feedback, read by staff and by the sender. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AttachmentsTest {

    private static final String UPLOADS = "/api/v1/uploads";
    private static final String CHUNK = "application/offset+octet-stream";
    private static final int PIECE = 100_000;

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    static RequestSpecification tus() {
        return given().header("Tus-Resumable", "1.0.0");
    }

    /** A PDF of that many bytes, random behind its beginning. */
    static byte[] pdf(int length) {
        byte[] file = new byte[length];
        new Random(length).nextBytes(file);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, Math.min(length, head.length));
        return file;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Response begin(int length, String name, String more) {
        return tus().header("Upload-Length", length)
                .header("Upload-Metadata", "filename " + base64(name) + more)
                .post(UPLOADS);
    }

    private static String begun(int length, String name) {
        Response answer = begin(length, name, "");
        answer.then().statusCode(201);
        return answer.header("Location");
    }

    static Response append(String upload, long offset, byte[] bytes) {
        return tus().contentType(CHUNK)
                .header("Upload-Offset", offset)
                .body(bytes)
                .patch(upload);
    }

    private static Response head(String upload) {
        return tus().head(upload);
    }

    private static long offset(String upload) {
        return Long.parseLong(head(upload).then().statusCode(200).extract().header("Upload-Offset"));
    }

    private static UUID id(String upload) {
        return UUID.fromString(upload.substring(UPLOADS.length() + 1));
    }

    static UUID uploaded(byte[] file, String name) {
        String upload = begun(file.length, name);
        append(upload, 0, file).then().statusCode(204);
        return id(upload);
    }

    private String form(UUID... uploads) {
        String ids = String.join(
                ", ", Stream.of(uploads).map(upload -> "\"" + upload + "\"").toList());
        return commune.form(Commune.CONTENT).replaceFirst("\\{", "{\"attachments\": [" + ids + "], ");
    }

    private Response handIn(UUID... uploads) {
        return Commune.asCitizen().body(form(uploads)).post("/api/v1/feedback");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(String query, UUID id) throws SQLException {
        try (var connection = LocalServers.connect();
                var select = connection.prepareStatement(query)) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void update(String sql, UUID id) throws SQLException {
        try (var connection = LocalServers.connect();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    @Test
    void a_file_in_pieces_is_handed_in_and_read_by_staff_and_sender() {
        byte[] file = pdf(700_001);
        String upload = begun(file.length, "Đơn đề nghị.pdf");
        for (int at = 0; at < file.length; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(file, at, Math.min(at + PIECE, file.length));
            append(upload, at, piece)
                    .then()
                    .statusCode(204)
                    .header("Upload-Offset", Integer.toString(at + piece.length))
                    .header("Upload-Expires", notNullValue())
                    .header("Tus-Resumable", "1.0.0");
        }
        var receipt = Commune.Receipt.of(handIn(id(upload)));

        String staff = "/api/v1/feedback/" + receipt.id();
        commune.asClerk().get(staff).then().body("attachmentCount", equalTo(1));
        commune.asClerk()
                .get(staff + "/attachments")
                .then()
                .statusCode(200)
                .body("items[0].fileName", equalTo("Đơn đề nghị.pdf"))
                .body("items[0].mediaType", equalTo("application/pdf"))
                .body("items[0].size", equalTo(file.length))
                .body("items[0].sha256", equalTo(sha256(file)));
        String path = "/attachments/" + id(upload);
        Response whole = commune.asLeader().get(staff + path);
        whole.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("attachment; filename=\"don-de-nghi.pdf\""))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        assertThat(whole.asByteArray()).isEqualTo(file);
        byte[] part = commune.asLeader()
                .header("Range", "bytes=300000-300009")
                .get(staff + path)
                .then()
                .statusCode(206)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(file, 300_000, 300_010));

        String tracking = "/api/v1/tracking/" + receipt.code();
        receipt.track().then().body("attachmentCount", equalTo(1));
        assertThat(Commune.asCitizen()
                        .header("Tracking-Secret", receipt.secret())
                        .get(tracking + path)
                        .asByteArray())
                .isEqualTo(file);
        Commune.asCitizen()
                .header("Tracking-Secret", "A".repeat(32))
                .get(tracking + path)
                .then()
                .statusCode(404);
        Commune.asCitizen()
                .header("Tracking-Secret", receipt.secret())
                .get(tracking + "/attachments/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        Commune.create().asClerk().get(staff + path).then().statusCode(404);
        commune.asOfficer(commune.office()).get(staff + path).then().statusCode(404);
        assertThat(await().until(() -> TestEvents.read("cchc.feedback", receipt.id()), events -> !events.isEmpty())
                        .get(0)
                        .json()
                        .get("attachmentCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void what_came_before_the_line_broke_stays_and_the_rest_follows() throws IOException {
        byte[] file = pdf(1_500_000);
        String upload = begun(file.length, "a.pdf");
        long before = 0;
        for (int cut = 1; cut <= 3; cut++) {
            int sent = 350_000;
            try (Socket line = new Socket("localhost", RestAssured.port)) {
                var out = line.getOutputStream();
                out.write(String.join(
                                "\r\n",
                                "PATCH " + upload + " HTTP/1.1",
                                "Host: localhost",
                                "Tus-Resumable: 1.0.0",
                                "Content-Type: " + CHUNK,
                                "Upload-Offset: " + before,
                                "Content-Length: " + (file.length - before),
                                "",
                                "")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(file, (int) before, sent);
                out.flush();
                long from = before;
                await().until(() -> offset(upload) > from);
            }
            before = offset(upload);
        }
        // As clients do: what the broken request still stored makes a 409, after which they ask again.
        await().until(() -> {
            int reached = (int) offset(upload);
            return append(upload, reached, Arrays.copyOfRange(file, reached, file.length))
                            .statusCode()
                    == 204;
        });

        var receipt = Commune.Receipt.of(handIn(id(upload)));
        assertThat(commune.asClerk()
                        .get("/api/v1/feedback/" + receipt.id() + "/attachments/" + id(upload))
                        .asByteArray())
                .isEqualTo(file);
    }

    @Test
    void the_protocol_is_kept() {
        byte[] file = pdf(1000);
        given().options(UPLOADS)
                .then()
                .statusCode(204)
                .header("Tus-Version", "1.0.0")
                .header("Tus-Resumable", "1.0.0")
                .header("Tus-Extension", "creation,expiration,termination")
                .header("Tus-Max-Size", "20971520");
        given().header("Upload-Length", 10)
                .post(UPLOADS)
                .then()
                .statusCode(412)
                .header("Tus-Version", "1.0.0")
                .header("Tus-Resumable", "1.0.0");
        tus().post(UPLOADS).then().statusCode(400);
        tus().header("Upload-Length", 10)
                .header("Upload-Metadata", "filename !")
                .post(UPLOADS)
                .then()
                .statusCode(400);
        begin(20 * 1024 * 1024 + 1, "a.pdf", "").then().statusCode(413);
        begin(0, "a.pdf", "").then().statusCode(422);
        begin(10, "a.pdf", ",place " + base64("maybe")).then().statusCode(422);

        String upload = begun(file.length, "a.pdf");
        head(upload)
                .then()
                .statusCode(200)
                .header("Upload-Offset", "0")
                .header("Upload-Length", "1000")
                .header("Cache-Control", "no-store");
        append(upload, 1, file).then().statusCode(409);
        append(upload, 0, pdf(1001)).then().statusCode(413);
        tus().contentType("application/octet-stream")
                .header("Upload-Offset", 0)
                .body(file)
                .patch(upload)
                .then()
                .statusCode(415);
        tus().contentType(CHUNK).body(file).patch(upload).then().statusCode(400);
        tus().contentType(CHUNK)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Upload-Offset", 0)
                .body(Arrays.copyOf(file, 400))
                .post(upload)
                .then()
                .statusCode(204)
                .header("Upload-Offset", "400");
        append(upload, 400, new byte[0]).then().statusCode(204).header("Upload-Offset", "400");
        tus().delete(upload).then().statusCode(204);
        head(upload).then().statusCode(404);
        append(upload, 400, file).then().statusCode(404);
        tus().delete(upload).then().statusCode(404);
        head(UPLOADS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void of_requests_at_the_same_time_one_adds() {
        byte[] file = pdf(600_000);
        String upload = begun(file.length, "a.pdf");

        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> append(upload, 0, file).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(204, 409, 409, 409);
        assertThat(offset(upload)).isEqualTo(file.length);
        assertThat(handIn(id(upload)).statusCode()).isEqualTo(201);
    }

    @Test
    void other_types_are_refused_as_soon_as_they_show() throws SQLException {
        begin(1000, "a.exe", ",filetype " + base64("application/x-msdownload"))
                .then()
                .statusCode(415);
        byte[] page = Arrays.copyOf("<!DOCTYPE html><html><script>".getBytes(StandardCharsets.US_ASCII), 600_000);
        String early = begun(page.length, "a.pdf");
        append(early, 0, Arrays.copyOf(page, 5000)).then().statusCode(415).body("detail", not(equalTo("")));
        head(early).then().statusCode(404);
        String late = begun(2000, "a.pdf");
        append(late, 0, Arrays.copyOf(page, 2000)).then().statusCode(415);
        head(late).then().statusCode(404);
        byte[] other = TestFiles.plainJpeg();
        Response said = begin(other.length, "a.png", ",filetype " + base64("image/png"));
        append(said.header("Location"), 0, other).then().statusCode(415);
        byte[] damaged = Arrays.copyOf(
                TestFiles.concat(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 1}, page), 3000);
        String broken = begun(damaged.length, "a.jpg");
        append(broken, 0, damaged).then().statusCode(422).body("type", equalTo("urn:cchc:problem:file-damaged"));
        assertThat(count("SELECT count(*) FROM attachment WHERE id = ?", id(broken)))
                .isZero();
    }

    @Test
    void a_photo_loses_place_and_device_but_not_how_it_lies() throws IOException {
        byte[] photo = TestFiles.jpeg();
        UUID upload = uploaded(photo, "anh.jpg");
        String kept = begin(photo.length, "anh.jpg", ",place " + base64("keep")).header("Location");
        append(kept, 0, photo).then().statusCode(204);

        var receipt = Commune.Receipt.of(handIn(upload, id(kept)));

        String files = "/api/v1/feedback/" + receipt.id() + "/attachments/";
        byte[] shown = commune.asClerk().get(files + upload).asByteArray();
        assertThat(TestFiles.contains(shown, TestFiles.DEVICE.getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(160);
        byte[] withPlace = commune.asClerk().get(files + id(kept)).asByteArray();
        assertThat(withPlace.length).isGreaterThan(shown.length);
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/attachments")
                .then()
                .body("items[0].size", equalTo(shown.length))
                .body("items[0].sha256", equalTo(sha256(shown)));
    }

    @Test
    void an_upload_belongs_to_one_feedback_and_a_retry_makes_the_same() {
        UUID upload = uploaded(pdf(5000), "a.pdf");
        String key = UUID.randomUUID().toString();

        var first = Commune.Receipt.of(Commune.asCitizen()
                .header("Idempotency-Key", key)
                .body(form(upload))
                .post("/api/v1/feedback"));
        var again = Commune.Receipt.of(Commune.asCitizen()
                .header("Idempotency-Key", key)
                .body(form(upload))
                .post("/api/v1/feedback"));

        assertThat(again).isEqualTo(first);
        handIn(upload).then().statusCode(422).body("errors.field", hasItem("attachments[0]"));
        tus().delete(UPLOADS + "/" + upload).then().statusCode(409);
        head(UPLOADS + "/" + upload).then().statusCode(200).header("Upload-Offset", "5000");
        append(UPLOADS + "/" + upload, 5000, new byte[0]).then().statusCode(204);
    }

    @Test
    void only_complete_uploads_are_taken_each_once_and_ten_at_most() {
        String unfinished = begun(5000, "a.pdf");
        append(unfinished, 0, pdf(4000)).then().statusCode(204);
        UUID complete = uploaded(pdf(5001), "b.pdf");

        handIn(id(unfinished)).then().statusCode(422).body("errors.field", hasItem("attachments[0]"));
        handIn(complete, complete).then().statusCode(422).body("errors.field", hasItem("attachments[1]"));
        handIn(complete, UUID.randomUUID()).then().statusCode(422).body("errors.field", hasItem("attachments[1]"));
        UUID[] eleven = IntStream.range(0, 11).mapToObj(i -> complete).toArray(UUID[]::new);
        handIn(eleven).then().statusCode(422);
        handIn(complete).then().statusCode(201);
    }

    @Test
    void a_supplement_brings_files_up_to_ten_in_all() {
        UUID[] nine = IntStream.range(0, 9)
                .mapToObj(i -> uploaded(pdf(1000 + i), i + ".pdf"))
                .toArray(UUID[]::new);
        var receipt = Commune.Receipt.of(handIn(nine));
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Gửi ảnh.\"}")
                .then()
                .statusCode(200);
        UUID tenth = uploaded(pdf(3000), "10.pdf");
        UUID eleventh = uploaded(pdf(3001), "11.pdf");

        receipt.post("supplements", "{\"attachments\": [\"" + tenth + "\", \"" + eleventh + "\"]}")
                .then()
                .statusCode(422);
        receipt.post("supplements", "{\"attachments\": [\"" + tenth + "\"]}")
                .then()
                .statusCode(200)
                .body("attachmentCount", equalTo(10));
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/attachments")
                .then()
                .body("items.size()", equalTo(10))
                .body("items[9].id", equalTo(tenth.toString()));
    }

    @Test
    void what_no_feedback_names_expires_and_is_deleted() throws SQLException {
        byte[] file = pdf(400_000);
        String unfinished = begun(file.length, "a.pdf");
        append(unfinished, 0, Arrays.copyOf(file, 300_000)).then().statusCode(204);
        UUID complete = uploaded(file, "a.pdf");
        UUID used = uploaded(file, "a.pdf");
        var receipt = Commune.Receipt.of(handIn(used));
        for (UUID upload : List.of(id(unfinished), complete)) {
            update("UPDATE attachment SET expires_at = now() - interval '1 second' WHERE id = ?", upload);
        }

        head(unfinished).then().statusCode(404);
        append(unfinished, 300_000, Arrays.copyOfRange(file, 300_000, file.length))
                .then()
                .statusCode(404);
        handIn(complete).then().statusCode(422);
        // The timer of each hour was set at the start, in another year of business time.
        update(
                "INSERT INTO timer (kind, id, step, basis, due_at) VALUES ('upload-purge', ?, 'now', '', '2021-01-05T08:30:00+07:00')",
                UUID.randomUUID());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT count(*) FROM attachment WHERE id = ?", id(unfinished))
                                + count("SELECT count(*) FROM attachment_chunk WHERE attachment_id = ?", id(unfinished))
                                + count("SELECT count(*) FROM attachment_content WHERE attachment_id = ?", complete)
                        == 0);
        assertThat(commune.asClerk()
                        .get("/api/v1/feedback/" + receipt.id() + "/attachments/" + used)
                        .asByteArray())
                .isEqualTo(file);
    }

    @Test
    void files_of_twenty_megabytes_are_taken() throws IOException, InterruptedException {
        byte[] file = pdf(20 * 1024 * 1024);
        String upload = begun(file.length, "a.pdf");
        // REST Assured would write the file down as a list of numbers.
        HttpRequest patch = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + upload))
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", CHUNK)
                .header("Upload-Offset", "0")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(patch, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);

        var receipt = Commune.Receipt.of(handIn(id(upload)));

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/attachments")
                .then()
                .body("items[0].sha256", equalTo(sha256(file)));
    }
}
