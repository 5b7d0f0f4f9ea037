package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** A milestone from planned to accepted, returned or waived, with evidence. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MilestoneTest {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    /** As browsers send them. */
    private static final RestAssuredConfig UTF8_NAMES = RestAssuredConfig.config()
            .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8"))
            .httpClient(HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE));

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

    private ValidatableResponse submitNote(String milestone) {
        return commune.post(
                commune.asOfficer("VHXH"),
                milestone,
                "submissions",
                Map.of("note", "Đã phát 8 tin trên loa truyền thanh."));
    }

    private ValidatableResponse submitFile(byte[] content, String name, String type) {
        return commune.post(
                commune.asOfficer("VHXH")
                        .config(UTF8_NAMES)
                        .contentType(ContentType.MULTIPART)
                        .multiPart("file", name, content, type)
                        .multiPart("note", "Biên bản tuyên truyền", "text/plain; charset=utf-8"),
                january,
                "submissions",
                null);
    }

    @Test
    void a_note_is_handed_in_and_accepted_and_all_is_recorded() {
        submitNote(january).statusCode(201).header("ETag", "\"1\"").body("kind", equalTo("NOTE"));
        commune.milestone(january)
                .body("state", equalTo("SUBMITTED"))
                .body("submittedOn", equalTo("2021-01-28"))
                .body("allowed", containsInAnyOrder("submissions", "acceptances", "returns", "waivers"));

        commune.post(commune.asLeader(), january, "acceptances", null)
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("acceptedOn", equalTo("2021-01-28"))
                .body("late", is(false))
                .body("allowed", empty())
                .body("submissions", hasSize(1))
                .body("history.what", contains("planned", "submitted", "accepted"))
                .body("history[2].by", containsString("leader"));
    }

    @Test
    void the_name_of_a_file_that_an_earlier_version_took_is_shown_without_marks_of_direction() {
        String submission =
                submitFile(PDF, "a.pdf", "application/pdf").extract().path("id");
        Heard.change("UPDATE evidence SET file_name = 'a' || U&'\\202E' || 'fdp.exe' WHERE id = '" + submission + "'");

        commune.milestone(january).body("submissions[0].file.name", equalTo("afdp.exe"));
    }

    @Test
    void a_milestone_takes_100_submissions_and_shows_the_last_200_steps() {
        for (int i = 0; i < 100; i++) {
            submitNote(january).statusCode(201);
            commune.post(commune.asLeader(), january, "returns", Map.of("reason", "Lần " + i))
                    .statusCode(200);
        }

        submitNote(january).statusCode(409).body("type", equalTo("urn:cchc:problem:too-many-submissions"));
        commune.milestone(january)
                .body("submissions", hasSize(100))
                .body("history", hasSize(200))
                .body("history[0].what", equalTo("submitted"))
                .body("history[199].reason", equalTo("Lần 99"));
        commune.post(commune.asLeader(), january, "waivers", Map.of("reason", "Không còn cần."))
                .statusCode(200);
    }

    @Test
    void the_changes_of_a_milestone_say_who_did_what_when_and_why() {
        submitNote(january).statusCode(201);
        Commune.now("2021-01-29T09:15:00+07:00");
        commune.post(commune.asLeader(), january, "returns", Map.of("reason", "Thiếu ảnh chụp."))
                .statusCode(200);

        String next = changes("?limit=2")
                .body("items.what", contains("planned", "submitted"))
                .body("items.sequence", contains(1, 2))
                .body("items[0].from", nullValue())
                .body("items.to", contains("OPEN", "SUBMITTED"))
                .body("items[1].from", equalTo("OPEN"))
                .body("items.reconstructed", contains(false, false))
                .extract()
                .path("next");
        changes("?limit=2&cursor=" + next)
                .body("items", hasSize(1))
                .body("items[0].what", equalTo("returned"))
                .body("items[0].reason", equalTo("Thiếu ảnh chụp."))
                .body("items[0].actor", containsString("leader"))
                .body("items[0].from", equalTo("SUBMITTED"))
                .body("items[0].to", equalTo("RETURNED"))
                .body("items[0].at", startsWith("2021-01-29T09:15:"))
                .body("items[0].recordedAt", startsWith("2021-01-29T09:15:"))
                .body("next", nullValue());
    }

    private ValidatableResponse changes(String query) {
        return commune.asClerk()
                .get("/api/v1/milestones/" + january + "/changes" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void the_changes_of_a_plan_say_who_issued_it() {
        plan.get("/changes")
                .body("items.what", contains("issued"))
                .body("items[0].actor", containsString("leader"))
                .body("items[0].at", startsWith("2020-12-24T09:00:"))
                .body("items[0].to", equalTo("ISSUED"));
    }

    @Test
    void a_file_is_kept_as_it_was_with_its_sum_and_name() {
        String submission = submitFile(PDF, "Biên bản tháng 01.pdf", "application/pdf")
                .statusCode(201)
                .body("kind", equalTo("FILE"))
                .body("file.name", equalTo("Biên bản tháng 01.pdf"))
                .body("file.mediaType", equalTo("application/pdf"))
                .body("file.size", equalTo(PDF.length))
                .body("file.sha256", equalTo(sha256(PDF)))
                .body("note", equalTo("Biên bản tuyên truyền"))
                .extract()
                .path("id");

        byte[] content = commune.asLeader()
                .accept("*/*")
                .get("/api/v1/milestones/" + january + "/submissions/" + submission + "/file")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"bien-ban-thang-01.pdf\";"
                                + " filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20th%C3%A1ng%2001.pdf")
                .header("ETag", '"' + sha256(PDF) + '"')
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(PDF);
    }

    @Test
    void a_file_of_another_type_than_it_says_too_large_or_empty_is_refused_and_leaves_nothing() {
        submitFile("<html></html>".getBytes(StandardCharsets.UTF_8), "a.pdf", "application/pdf")
                .statusCode(415)
                .body("errors.field", contains("file"));
        submitFile(PDF, "a.exe", "application/x-msdownload").statusCode(415);
        submitFile(new byte[10 * 1024 * 1024 + 1], "a.pdf", "application/pdf").statusCode(413);
        submitFile(new byte[0], "a.pdf", "application/pdf").statusCode(422);
        commune.post(
                        commune.asOfficer("VHXH")
                                .contentType(ContentType.MULTIPART)
                                .multiPart("note", "không tệp"),
                        january,
                        "submissions",
                        null)
                .statusCode(422)
                .body("errors.field", contains("file"));

        commune.milestone(january).body("state", equalTo("OPEN")).body("submissions", empty());
    }

    @Test
    void an_office_file_is_told_by_what_is_in_its_container() throws IOException {
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        String xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

        submitFile(zip("photos/1.txt"), "a.docx", docx)
                .statusCode(415)
                .body("errors[0].message", containsString("is application/zip"));
        submitFile(zip("[Content_Types].xml", "word/document.xml"), "a.xlsx", xlsx)
                .statusCode(415);
        submitFile(zip("[Content_Types].xml", "word/document.xml"), "a.docx", docx)
                .statusCode(201)
                .body("file.mediaType", equalTo(docx));
        submitFile(zip("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx", xlsx)
                .statusCode(201);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_file_that_the_caller_has_is_not_sent_again() {
        String submission =
                submitFile(PDF, "a.pdf", "application/pdf").extract().path("id");
        String path = "/api/v1/milestones/" + january + "/submissions/" + submission + "/file";

        commune.asLeader()
                .accept("*/*")
                .header("If-None-Match", '"' + sha256(PDF) + '"')
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", '"' + sha256(PDF) + '"');
        commune.asLeader()
                .accept("*/*")
                .header("If-None-Match", "\"another\"")
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void a_file_is_sent_in_parts() {
        String submission =
                submitFile(PDF, "a.pdf", "application/pdf").extract().path("id");
        String path = "/api/v1/milestones/" + january + "/submissions/" + submission + "/file";

        byte[] part = commune.asLeader()
                .accept("*/*")
                .header("Range", "bytes=1-3")
                .header("If-Range", '"' + sha256(PDF) + '"')
                .get(path)
                .then()
                .statusCode(206)
                .contentType("application/pdf")
                .header("Content-Range", "bytes 1-3/" + PDF.length)
                .header("Content-Security-Policy", "sandbox")
                .extract()
                .asByteArray();

        assertThat(part).asString(StandardCharsets.US_ASCII).isEqualTo("PDF");
        commune.asLeader()
                .accept("*/*")
                .header("Range", "bytes=" + PDF.length + "-")
                .get(path)
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", "bytes */" + PDF.length);
    }

    @Test
    void what_is_returned_is_owed_again_with_its_reason_and_may_be_handed_in_anew() {
        submitNote(january).statusCode(201);

        commune.post(commune.asLeader(), january, "returns", Map.of("reason", "Thiếu ảnh minh chứng"))
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("reason", equalTo("Thiếu ảnh minh chứng"));
        Commune.now("2021-02-02T08:30:00+07:00");
        commune.milestone(january).body("overdue", is(true));
        submitNote(january).statusCode(201);
        commune.post(commune.asLeader(), january, "acceptances", null)
                .statusCode(200)
                .body("late", is(true))
                .body("overdue", is(false))
                .body("submissions", hasSize(2))
                .body("history.what", contains("planned", "submitted", "returned", "submitted", "accepted"));
    }

    @Test
    void what_is_added_before_the_decision_does_not_make_late_what_was_in_time() {
        submitNote(january).statusCode(201);

        Commune.now("2021-02-02T08:30:00+07:00");
        submitNote(january).statusCode(201);

        commune.milestone(january)
                .body("submissions", hasSize(2))
                .body("submittedOn", equalTo("2021-01-28"))
                .body("late", is(false));
    }

    @Test
    void what_is_not_owed_is_waived_with_a_reason() {
        commune.post(commune.asLeader(), january, "waivers", Map.of("reason", "Nghỉ Tết"))
                .statusCode(200)
                .body("state", equalTo("WAIVED"))
                .body("allowed", empty());
    }

    @Test
    void a_wrong_transition_says_which_are_allowed() {
        commune.post(commune.asLeader(), january, "acceptances", null)
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:wrong-transition"))
                .body("allowed", contains("submissions", "waivers"));
        commune.post(commune.asClerk(), january, "armings", Map.of("dueOn", "2021-03-01"))
                .statusCode(409);
        String waiting = plan.milestone(7, "standing");
        commune.post(commune.asOfficer("VPTK"), waiting, "submissions", Map.of("note", "chưa có yêu cầu"))
                .statusCode(409)
                .body("allowed", contains("armings", "waivers"));
    }

    @Test
    void a_transition_needs_the_version_it_was_decided_on() {
        String path = "/api/v1/milestones/" + january + "/submissions";
        Map<String, String> note = Map.of("note", "x");

        commune.asOfficer("VHXH").body(note).post(path).then().statusCode(428);
        commune.asOfficer("VHXH")
                .body(note)
                .header("If-Match", "\"9\"")
                .post(path)
                .then()
                .statusCode(412);
        commune.asOfficer("VHXH")
                .body(note)
                .header("If-Match", "nine")
                .post(path)
                .then()
                .statusCode(400);
    }

    @Test
    void the_same_key_hands_in_once_also_after_the_version_has_moved_on() {
        String etag = commune.etag(january);
        String first = null;
        for (int i = 0; i < 2; i++) {
            String id = commune.asOfficer("VHXH")
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "nop-" + january)
                    .body(Map.of("note", "Đã phát 8 tin."))
                    .post("/api/v1/milestones/" + january + "/submissions")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(first == null || first.equals(id)).isTrue();
            first = id;
        }

        commune.milestone(january).body("submissions", hasSize(1));
    }

    @Test
    void an_officer_hands_in_for_the_own_unit_only_and_a_clerk_for_all() {
        Map<String, String> note = Map.of("note", "x");

        commune.post(commune.asOfficer("TPHT"), january, "submissions", note).statusCode(403);
        commune.asOfficer("TPHT")
                .header("If-Match", "\"9\"")
                .body(note)
                .post("/api/v1/milestones/" + january + "/submissions")
                .then()
                .statusCode(403);
        commune.post(commune.asOfficer("VHXH"), january, "acceptances", null).statusCode(403);
        commune.post(commune.asClerk(), january, "submissions", note).statusCode(201);
        commune.post(commune.asLeader(), january, "submissions", note).statusCode(201);
    }

    @Test
    void a_request_gives_a_placeholder_an_occurrence_with_its_own_day() {
        String waiting = plan.milestone(8, "standing");

        String armed = commune.post(
                        commune.asClerk(),
                        waiting,
                        "armings",
                        Map.of(
                                "dueOn",
                                "2021-02-20",
                                "label",
                                "Báo cáo đột xuất theo Công văn 12",
                                "occurrence",
                                "CV-12"))
                .statusCode(201)
                .header("Location", notNullValue())
                .body("state", equalTo("OPEN"))
                .body("dueOn", equalTo("2021-02-20"))
                .body("workOn", equalTo("2021-02-19"))
                .extract()
                .path("id");

        commune.milestone(waiting).body("state", equalTo("UNARMED"));
        commune.post(commune.asClerk(), waiting, "armings", Map.of("dueOn", "2021-02-22", "occurrence", "CV-12"))
                .statusCode(200)
                .body("id", equalTo(armed))
                .body("dueOn", equalTo("2021-02-22"))
                .body("history.what", contains("armed", "redated"));
    }

    @Test
    void an_event_is_due_after_its_term_and_a_corrected_day_dates_it_anew() {
        String waiting = plan.milestone(13, "standing");

        String armed = commune.post(
                        commune.asLeader(),
                        waiting,
                        "armings",
                        Map.of("happenedOn", "2021-01-11", "occurrence", "dot-1"))
                .statusCode(201)
                .body("dueOn", equalTo("2021-02-17"))
                .extract()
                .path("id");

        commune.asLeader()
                .get("/api/v1/milestones/" + armed + "/due-date")
                .then()
                .body("basis", equalTo("AFTER_EVENT"))
                .body("steps.kind", hasItem("ROLLED_TO"));
        commune.post(commune.asLeader(), waiting, "armings", Map.of("happenedOn", "2021-01-20", "occurrence", "dot-1"))
                .statusCode(200)
                .body("id", equalTo(armed))
                .body("dueOn", equalTo("2021-02-22"));
    }

    @Test
    void an_occurrence_is_the_same_whatever_spaces_it_was_pasted_with() {
        String waiting = plan.milestone(13, "standing");
        String armed = arm(waiting, Map.of("dueOn", "2021-02-20", "occurrence", "dot 1"))
                .statusCode(201)
                .extract()
                .path("id");

        for (String pasted : List.of("dot 1 ", "dot 1\u00a0", " dot  1", "dot\u00a01", "dot 1\u200b")) {
            arm(waiting, Map.of("dueOn", "2021-02-21", "occurrence", pasted))
                    .statusCode(200)
                    .body("id", equalTo(armed));
        }
    }

    @Test
    void a_corrected_day_is_explained_also_where_the_due_day_stays() {
        String waiting = plan.milestone(13, "standing");
        String armed = commune.post(
                        commune.asLeader(),
                        waiting,
                        "armings",
                        Map.of("happenedOn", "2021-01-11", "occurrence", "dot-1"))
                .extract()
                .path("id");

        commune.post(commune.asLeader(), waiting, "armings", Map.of("happenedOn", "2021-01-12", "occurrence", "dot-1"))
                .statusCode(200)
                .body("dueOn", equalTo("2021-02-17"));

        commune.asLeader()
                .get("/api/v1/milestones/" + armed + "/due-date")
                .then()
                .body("steps[0].day", equalTo("2021-01-12"));
    }

    @Test
    void an_occurrence_in_another_script_is_refused_and_he_who_sent_it_is_told_which_letters_are_taken() {
        String waiting = plan.milestone(8, "standing");

        for (String other : List.of("đợt \u7b2c1", "Đợ\u03b1", "-1")) {
            arm(waiting, Map.of("dueOn", "2021-02-20", "occurrence", other))
                    .statusCode(422)
                    .body("errors.field", contains("occurrence"))
                    .body("errors.message", contains(startsWith("Latin letters, with their marks, digits")));
        }
        arm(waiting, Map.of("dueOn", "2021-02-20", "occurrence", "Đợt ố/1")).statusCode(201);
    }

    @Test
    void the_placeholder_is_no_occurrence_of_its_own() {
        String waiting = plan.milestone(8, "standing");

        arm(waiting, Map.of("dueOn", "2021-02-20", "occurrence", "standing"))
                .statusCode(422)
                .body("errors.field", contains("occurrence"));

        commune.milestone(waiting).body("state", equalTo("UNARMED")).body("dueOn", nullValue());
    }

    @Test
    void a_day_in_a_year_without_a_table_of_working_days_is_provisional() {
        String waiting = plan.milestone(8, "standing");

        String armed = arm(waiting, Map.of("dueOn", "2028-01-03", "occurrence", "CV-28"))
                .statusCode(201)
                .body("dueOn", equalTo("2028-01-03"))
                .body("workOn", equalTo("2027-12-31"))
                .body("dueCalendar", equalTo("VN-2026.1"))
                .body("dueProvisional", equalTo(true))
                .extract()
                .path("id");

        commune.asLeader()
                .get("/api/v1/milestones?provisional=true&plan=" + plan.planId())
                .then()
                .body("items.id", contains(armed));
        commune.asLeader()
                .get("/api/v1/milestones?provisional=false&limit=200&task=" + plan.task(8))
                .then()
                .body("items.id", hasItem(waiting))
                .body("items.id", not(hasItem(armed)));
        commune.asLeader()
                .get("/api/v1/milestones?limit=200&task=" + plan.task(8))
                .then()
                .body("items.id", hasItems(waiting, armed));
        commune.asLeader()
                .get("/api/v1/tasks/" + plan.task(8) + "/progress")
                .then()
                .body("items.find { it.milestoneId == '" + armed + "' }.dueProvisional", equalTo(true))
                .body("items.find { it.milestoneId == '" + armed + "' }.dueCalendar", equalTo("VN-2026.1"));

        commune.asLeader()
                .get("/api/v1/milestones/" + armed + "/due-date")
                .then()
                .body("dueProvisional", equalTo(true))
                .body("dueCalendar", equalTo("VN-2026.1"))
                .body("steps.kind", hasItem("PROVISIONAL"));
        commune.milestone(plan.milestone(6, "2021-Q1")).body("dueProvisional", equalTo(false));
    }

    @Test
    void a_period_without_a_day_gets_one() {
        String period = plan.milestone(6, "2021-Q1");

        commune.post(commune.asClerk(), period, "armings", Map.of("dueOn", "2021-03-05"))
                .statusCode(200)
                .body("id", equalTo(period))
                .body("state", equalTo("OPEN"))
                .body("dueOn", equalTo("2021-03-05"));
    }

    @Test
    void an_arming_gives_exactly_one_day_that_can_be_counted_from() {
        String request = plan.milestone(7, "standing");
        String inspection = plan.milestone(13, "standing");

        arm(request, Map.of()).statusCode(422).body("errors.field", contains("dueOn"));
        arm(request, Map.of("dueOn", "2021-02-20", "happenedOn", "2021-01-20")).statusCode(422);
        arm(request, Map.of("happenedOn", "2021-01-20")).statusCode(422).body("errors.field", contains("happenedOn"));
        arm(inspection, Map.of("happenedOn", "2021-01-29"))
                .statusCode(422)
                .body("errors.field", contains("happenedOn"));
        arm(request, Map.of("dueOn", "2035-01-29")).statusCode(422).body("errors.field", contains("dueOn"));
        arm(request, Map.of("dueOn", "2021-02-30")).statusCode(400).body("errors.field", contains("dueOn"));
    }

    private ValidatableResponse arm(String milestone, Map<String, String> body) {
        RequestSpecification clerk = commune.asClerk();
        return commune.post(clerk, milestone, "armings", body);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
