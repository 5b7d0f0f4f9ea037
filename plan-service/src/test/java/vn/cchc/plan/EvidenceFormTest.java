package vn.cchc.plan;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;
import vn.cchc.platform.testing.TestTokens;

/** The form with which a file is handed in, as programs of all kinds send it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class EvidenceFormTest {

    private static final String FILE = """
            --part\r
            Content-Disposition: form-data; name="file"; filename="a.pdf"\r
            Content-Type: application/pdf\r
            \r
            %PDF-1.4
            1 0 obj<<>>endobj
            trailer<<>>
            %%EOF
            \r
            """;
    /** As {@code @ConcurrencyLimit} on the operation has it. */
    private static final int FILES_PER_CALLER = 16;

    private static final String END = "--part--\r\n";

    private Commune commune;
    private Commune.Issued plan;
    private String january;

    @BeforeEach
    void anIssuedPlanInJanuary() {
        Commune.now("2020-12-24T09:00:00+07:00");
        commune = Commune.create();
        plan = commune.issueRealPlan();
        january = plan.milestone(22, "2021-01");
        Commune.now("2021-01-28T08:30:00+07:00");
    }

    private ValidatableResponse submit(String form) {
        return commune.post(
                commune.asOfficer("VHXH")
                        .contentType("multipart/form-data; boundary=part")
                        .body(form.getBytes(StandardCharsets.UTF_8)),
                january,
                "submissions",
                null);
    }

    private ValidatableResponse submitOnce(String key, String etag, String boundary, String form) {
        return commune.asOfficer("VHXH")
                .contentType("multipart/form-data; boundary=" + boundary)
                .header("If-Match", etag)
                .header("Idempotency-Key", key)
                .body(form.replace("--part", "--" + boundary).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/milestones/" + january + "/submissions")
                .then();
    }

    @Test
    void a_file_sent_again_with_its_key_is_handed_in_once_and_another_one_is_refused() {
        String key = UUID.randomUUID().toString();
        String etag = commune.asLeader().get("/api/v1/milestones/" + january).header("ETag");
        String form = form("Lần một");
        String id =
                submitOnce(key, etag, "part", form).statusCode(201).extract().path("id");

        submitOnce(key, etag, "other-boundary", form)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        for (String other : List.of(
                form.replace("1 0 obj", "2 0 obj"),
                form.replace("a.pdf", "b.pdf"),
                form.replace("Lần một", "Lần hai"))) {
            submitOnce(key, etag, "part", other).statusCode(422).body("type", endsWith("idempotency-key-reused"));
        }
        commune.asLeader().get("/api/v1/milestones/" + january).then().body("submissions.id", contains(id));
    }

    @Test
    void a_key_of_one_milestone_is_refused_for_another() {
        String key = UUID.randomUUID().toString();
        String february = plan.milestone(22, "2021-02");

        waiveOnce(key, january).statusCode(200);
        waiveOnce(key, february).statusCode(422).body("type", endsWith("idempotency-key-reused"));
        waiveOnce(key, january).statusCode(200).body("state", equalTo("WAIVED"));
    }

    private ValidatableResponse waiveOnce(String key, String milestone) {
        return commune.asLeader()
                .header("If-Match", "*")
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "Không phát sinh."))
                .post("/api/v1/milestones/" + milestone + "/waivers")
                .then();
    }

    private static String field(String name, String value) {
        return """
                --part\r
                Content-Disposition: form-data; name="%s"\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                %s\r
                """.formatted(name, value);
    }

    private static String form(String note) {
        return FILE + field("note", note) + END;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no form at all", "--part\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ncut o"})
    void a_form_that_cannot_be_read_is_told(String form) {
        submit(form).statusCode(400).body("type", equalTo("urn:cchc:problem:unreadable"));

        commune.milestone(january).body("state", equalTo("OPEN")).body("submissions", empty());
    }

    private static Stream<Arguments> malformed() {
        String note = field("note", "biên bản");
        String form = "multipart/form-data; boundary=part";
        return Stream.of(
                Arguments.of("a part of an unknown charset", form, note.replace("utf-8", "foo"), 415, "charset"),
                Arguments.of(
                        "a part whose charset is no name", form, note.replace("utf-8", "%%"), 400, "cannot be read"),
                Arguments.of(
                        "a file of an unknown charset",
                        form,
                        FILE.replace("ion/pdf", "ion/pdf; charset=foo"),
                        415,
                        "charset"),
                Arguments.of("a form of an unknown charset", form + "; charset=foo", note, 415, "charset"),
                Arguments.of("a form whose charset is no name", form + "; charset=%%", note, 415, "charset"),
                Arguments.of("no boundary", "multipart/form-data", note, 400, "boundary"),
                Arguments.of(
                        "a part without a disposition",
                        form,
                        note.replaceFirst("Content-D.*\r\n", ""),
                        400,
                        "Disposition"),
                Arguments.of("a part without a name", form, note.replace("; name=\"note\"", ""), 400, "Disposition"),
                Arguments.of("a part of an empty name", form, field("", "x"), 400, "Disposition"),
                Arguments.of("a file without a name", form, FILE.replace(" name=\"file\";", ""), 400, "Disposition"),
                Arguments.of(
                        "a file name of an unknown charset",
                        form,
                        FILE.replace("filename=\"a.pdf\"", "filename*=foo''a.pdf"),
                        415,
                        "charset"),
                Arguments.of(
                        "a file name whose charset is no name",
                        form,
                        FILE.replace("filename=\"a.pdf\"", "filename*=%%''a.pdf"),
                        415,
                        "charset"),
                Arguments.of(
                        "a file name that is cut off",
                        form,
                        FILE.replace("filename=\"a.pdf\"", "filename*=UTF-8''a%z.pdf"),
                        400,
                        "cannot be read"),
                Arguments.of(
                        "a file name that is cut off and says name",
                        form,
                        FILE.replace("filename=\"a.pdf\"", "filename*=UTF-8''name%z.pdf"),
                        400,
                        "cannot be read"),
                Arguments.of(
                        "a file name that is cut off and says TransferEncoding",
                        form,
                        FILE.replace("filename=\"a.pdf\"", "filename*=UTF-8''TransferEncoding%z.pdf"),
                        400,
                        "cannot be read"),
                Arguments.of(
                        "an unknown transfer encoding",
                        form,
                        FILE.replace("Content-Type", "Content-Transfer-Encoding: foo\r\nContent-Type"),
                        400,
                        "Content-Transfer-Encoding"),
                Arguments.of("2,000 parts", form, field("note", "x").repeat(2000), 413, "too many parts"),
                Arguments.of("2,000 files", form, FILE.repeat(2000), 413, "too many parts"),
                Arguments.of(
                        "a header of 100 kB",
                        form,
                        note.replace("name=", "x".repeat(100_000) + "; name="),
                        413,
                        "too long"),
                Arguments.of("a note of 20 kB", form, field("note", "x".repeat(20_000)), 413, "too long"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void a_form_that_nobody_writes_is_answered_as_the_senders_fault_and_he_is_told_which(
            String what, String contentType, String part, int status, String told) {
        commune.post(
                        commune.asOfficer("VHXH")
                                .contentType(contentType)
                                .body((FILE + part + END).getBytes(StandardCharsets.UTF_8)),
                        january,
                        "submissions",
                        null)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(told));

        commune.milestone(january).body("state", equalTo("OPEN")).body("submissions", empty());
    }

    @Test
    void one_caller_sends_only_so_many_files_at_the_same_moment_and_others_go_on() throws IOException {
        List<Socket> halves = new ArrayList<>();
        for (int i = 0; i < FILES_PER_CALLER; i++) {
            halves.add(halfForm());
        }

        Response refused =
                await().until(() -> submit(form("x")).extract().response(), answer -> answer.statusCode() == 429);
        OpenApiContract.assertDocumented("submitEvidence", refused);
        commune.post(
                        Commune.as(TestTokens.clerk(commune.id()))
                                .contentType("multipart/form-data; boundary=part")
                                .body(form("x").getBytes(StandardCharsets.UTF_8)),
                        january,
                        "submissions",
                        null)
                .statusCode(201);
        for (Socket half : halves) {
            half.close();
        }
    }

    private Socket halfForm() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(("POST /api/v1/milestones/" + january + "/submissions HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer " + TestTokens.officer(commune.id(), commune.unit("VHXH"))
                                + "\r\nContent-Type: multipart/form-data; boundary=part\r\nContent-Length: 10000\r\n\r\n"
                                + FILE)
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void a_note_with_a_character_that_cannot_be_stored_is_named() {
        submit(form("biên\0bản")).statusCode(422).body("errors.field", contains("note"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u2003", "\u200b", "\u3164", "\u2800\u202e"})
    void a_note_that_shows_nothing_is_none(String note) {
        submit(form(note)).statusCode(201).body("note", nullValue());
    }

    @Test
    void a_note_may_be_as_long_beside_a_file_as_alone() {
        submit(form("ệ".repeat(4001))).statusCode(422).body("errors.field", contains("note"));
        submit(form("ệ".repeat(4000))).statusCode(201).body("note", equalTo("ệ".repeat(4000)));
    }

    @Test
    void a_part_given_twice_or_that_is_not_known_is_named_and_nothing_is_kept_of_the_rest() {
        submit(FILE + FILE + END).statusCode(422).body("errors.field", contains("file"));
        submit(FILE + field("note", "một") + field("note", "hai") + END)
                .statusCode(422)
                .body("errors.field", contains("note"));
        submit(FILE + field("notes", "ghi chú") + END).statusCode(422).body("errors.field", contains("notes"));
        submit(FILE + FILE.replace("\"file\"", "\"files\"") + END)
                .statusCode(422)
                .body("errors.field", contains("files"));

        commune.milestone(january).body("state", equalTo("OPEN")).body("submissions", empty());
    }
}
