package vn.cchc.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;

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
    private static final String END = "--part--\r\n";

    private Commune commune;
    private String january;

    @BeforeEach
    void anIssuedPlanInJanuary() {
        Commune.now("2020-12-24T09:00:00+07:00");
        commune = Commune.create();
        january = commune.issueRealPlan().milestone(22, "2021-01");
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

    @Test
    void a_note_with_a_character_that_cannot_be_stored_is_named() {
        submit(form("biên\0bản")).statusCode(422).body("errors.field", contains("note"));
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
