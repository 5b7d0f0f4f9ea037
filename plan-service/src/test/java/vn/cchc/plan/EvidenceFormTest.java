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

    private static String form(String note) {
        return """
                --part\r
                Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                Content-Type: application/pdf\r
                \r
                %%PDF-1.4
                1 0 obj<<>>endobj
                trailer<<>>
                %%%%EOF
                \r
                --part\r
                Content-Disposition: form-data; name="note"\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                %s\r
                --part--\r
                """.formatted(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no form at all", "--part\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ncut o"})
    void aFormThatCannotBeReadIsTold(String form) {
        submit(form).statusCode(400).body("type", equalTo("urn:cchc:problem:unreadable"));

        commune.milestone(january).body("state", equalTo("OPEN")).body("submissions", empty());
    }

    @Test
    void aNoteWithACharacterThatCannotBeStoredIsNamed() {
        submit(form("biên\0bản")).statusCode(422).body("errors.field", contains("note"));
    }

    @Test
    void aNoteMayBeAsLongBesideAFileAsAlone() {
        submit(form("ệ".repeat(4001))).statusCode(422).body("errors.field", contains("note"));
        submit(form("ệ".repeat(4000))).statusCode(201).body("note", equalTo("ệ".repeat(4000)));
    }
}
