package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;

/** The life of a report over HTTP, from the plan's events to the ones it tells of. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ReportFlowTest {

    private Commune commune;

    @BeforeEach
    void aCommuneWithAPlan() {
        Commune.itIs("2021-02-22T08:00:00+07:00");
        commune = Commune.withPlan();
    }

    @Test
    void the_plan_s_schedule_says_which_reports_are_due_when_and_up_to_which_day_they_count() {
        commune.clerk()
                .get("/api/v1/due-reports?year=2021")
                .then()
                .statusCode(200)
                .body("items.period", contains("2021-Q1", "2021-H1"))
                .body("items[0].dueOn", equalTo("2021-02-27"))
                .body("items[0].workOn", equalTo("2021-02-26"))
                .body("items[0].cutOff", equalTo("2021-02-25"))
                .body("items[0].state", equalTo("NOT_STARTED"))
                .body("items[0].inTime", nullValue())
                .body("items[0].authority.name", equalTo("UBND xã Thượng Lộ"))
                .body("items[1].cutOff", equalTo("2021-05-27"));
    }

    @Test
    void a_report_goes_from_draft_to_receipt_and_is_told_of_at_each_step() {
        UUID answered = commune.feedbackReceived("ONLINE", "2021-02-01", "2021-02-17", "2021-02-01T08:00:00+07:00");
        commune.publish(
                "feedback",
                "answered",
                answered,
                2,
                "2021-02-10T09:00:00+07:00",
                Commune.feedback("ONLINE", "ANSWERED", "2021-02-01", "2021-02-17", "2021-02-10"));
        Commune.awaitFact("feedback", answered, 2);
        String report = commune.draftOfFirstQuarter();

        commune.clerk()
                .header("If-Match", commune.etag(report))
                .body(Map.of("text", "Không có văn bản quy phạm pháp luật được ban hành trong kỳ."))
                .put("/api/v1/reports/" + report + "/sections/II.1")
                .then()
                .statusCode(200)
                .body("sections.find { it.code == 'II.1' }.origin", equalTo("EDITED"));
        Commune.itIs("2021-02-26T09:00:00+07:00");
        commune.approve(report)
                .body("state", equalTo("APPROVED"))
                .body("number", equalTo(1))
                .body("numberAndSymbol", equalTo("01/BC-UBND"))
                .body("feedbackAnswered", equalTo(1))
                .body("feedbackAnsweredInTime", equalTo(1));
        commune.change(commune.leader(), report, "dispatches")
                .body("sentOn", equalTo("2021-02-26"))
                .body("inTime", equalTo(true));
        commune.change(commune.above(), report, "receipts")
                .body("state", equalTo("RECEIVED"))
                .body("allowed", equalTo(List.of()));

        commune.above()
                .get("/api/v1/due-reports?year=2021&authority=" + commune.id)
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("RECEIVED"))
                .body("items[0].inTime", equalTo(true))
                .body("items[0].lateByDays", equalTo(0));
        List<SentEvent> sent = await().atMost(Commune.PATIENCE)
                .until(() -> TestEvents.read("cchc.report", UUID.fromString(report)), events -> events.size() == 4);
        assertThat(sent.stream().map(SentEvent::type))
                .containsExactly(
                        "vn.cchc.report.drafted.v1",
                        "vn.cchc.report.approved.v1",
                        "vn.cchc.report.sent.v1",
                        "vn.cchc.report.received.v1");
        sent.forEach(EventContracts.ofThisModule()::assertFits);
        assertThat(sent.get(2).json().get("milestoneId").textValue()).isEqualTo(commune.q1.toString());
        assertThat(sent.get(2).json().get("sentOn").textValue()).isEqualTo("2021-02-26");
    }

    @Test
    void a_returned_report_is_corrected_as_a_new_edition_under_its_number() {
        String report = commune.draftOfFirstQuarter();
        Commune.itIs("2021-02-26T09:00:00+07:00");
        commune.approve(report);
        commune.change(commune.leader(), report, "dispatches");
        commune.change(commune.above().body(Map.of("reason", "Đề nghị nêu rõ nguyên nhân.")), report, "returns")
                .body("state", equalTo("RETURNED"))
                .body("editions.edition", contains(1));
        commune.clerk()
                .get("/api/v1/reports/" + report)
                .then()
                .body("returnReason", equalTo("Đề nghị nêu rõ nguyên nhân."))
                .body("edition", equalTo(2));
        Commune.itIs("2021-03-02T09:00:00+07:00");

        commune.write(report, "III", "Nguyên nhân: thiếu nhân lực.").statusCode(200);
        commune.approve(report)
                .body("edition", equalTo(2))
                .body("number", equalTo(1))
                .body("approvedOn", equalTo("2021-03-02"))
                .body("editions.edition", contains(1, 2))
                .body("editions[1].changedSections", contains("III"))
                .body("editions[1].changedFigures", empty());
        commune.change(commune.leader(), report, "dispatches");

        commune.above()
                .get("/api/v1/due-reports?year=2021")
                .then()
                .body("items[0].state", equalTo("SENT"))
                .body("items[0].returned", equalTo(true))
                .body("items[0].sentOn", equalTo("2021-02-26"))
                .body("items[0].lastSentOn", equalTo("2021-03-02"))
                .body("items[0].inTime", equalTo(true));
        assertThat(commune.pages(report, "").get(0))
                .contains("Bản chỉnh sửa lần 1")
                .contains("ngày 02 tháng 3 năm 2021");
        assertThat(commune.pages(report, "?edition=1").get(0))
                .doesNotContain("Bản chỉnh sửa")
                .contains("ngày 26 tháng 02 năm 2021");
    }

    @Test
    void the_authority_above_reads_what_it_was_sent_while_the_next_edition_is_written() {
        String report = commune.draftOfFirstQuarter();
        Commune.itIs("2021-02-26T09:00:00+07:00");
        commune.approve(report);
        commune.change(commune.leader(), report, "dispatches");
        commune.change(commune.above().body(Map.of("reason", "Thiếu nguyên nhân.")), report, "returns");
        commune.write(report, "III", "Đang viết lại.").statusCode(200);

        commune.above()
                .get("/api/v1/reports/" + report)
                .then()
                .statusCode(200)
                .body("sections.find { it.code == 'III' }.origin", equalTo("FROZEN"))
                .body("sections.find { it.code == 'III' }.text", not(containsString("Đang viết lại")));
    }

    @Test
    void numbers_have_no_gaps_although_an_approval_failed() {
        String report = commune.draftOfFirstQuarter();
        Commune.itIs("2021-02-26T09:00:00+07:00");
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        commune.leader()
                .header("If-Match", "\"999\"")
                .post("/api/v1/reports/" + report + "/approvals")
                .then()
                .statusCode(412);
        commune.approve(report).body("number", equalTo(1));
        Commune.itIs("2021-05-28T09:00:00+07:00");
        String next = commune.clerk()
                .body(Map.of("regime", "CCHC", "period", "2021-H1"))
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Commune.everythingIsCompleteTo(Commune.CUT_OFF_H1);
        commune.change(commune.leader(), next, "approvals").body("number", equalTo(2));
    }

    @Test
    void what_was_approved_cannot_be_changed_in_the_database_either() throws Exception {
        String report = commune.draftOfFirstQuarter();
        Commune.itIs("2021-02-26T09:00:00+07:00");
        commune.approve(report);

        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "UPDATE report_edition SET html = '' WHERE report_id = '" + report + "'"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.executeUpdate(
                            "DELETE FROM report_figure_source WHERE report_id = '" + report + "'"))
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void the_same_request_with_the_same_key_begins_one_report() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("regime", "CCHC", "period", "2021-Q1");
        String first = commune.clerk()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        String second = commune.clerk()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
        commune.clerk()
                .header("Idempotency-Key", key)
                .body(Map.of("milestoneId", commune.q1))
                .post("/api/v1/reports")
                .then()
                .statusCode(422)
                .body("type", containsString("idempotency-key-reused"));
        commune.clerk()
                .body(body)
                .post("/api/v1/reports")
                .then()
                .statusCode(409)
                .body("type", containsString("report-exists"));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void the_same_subject_with_the_same_key_in_another_authority_begins_a_report_of_its_own() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("regime", "CCHC", "period", "2021-Q1");
        Commune other = Commune.withPlan();

        String here = begin(commune, key, body);
        String there = begin(other, key, body);

        assertThat(there).isNotEqualTo(here);
        other.clerk()
                .get("/api/v1/reports/" + there)
                .then()
                .statusCode(200)
                .body("authority.id", equalTo(other.id.toString()));
    }

    private static String begin(Commune where, String key, Map<String, Object> body) {
        return where.clerk()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void of_several_who_begin_a_report_at_the_same_moment_one_succeeds() {
        List<Integer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> commune.clerk()
                        .body(Map.of("regime", "CCHC", "period", "2021-Q1"))
                        .post("/api/v1/reports")
                        .statusCode())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void of_several_who_approve_at_the_same_moment_one_succeeds_and_one_number_is_taken() {
        String report = commune.draftOfFirstQuarter();
        Commune.itIs("2021-02-26T09:00:00+07:00");
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        String etag = commune.etag(report);

        List<Integer> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> commune.leader()
                        .header("If-Match", etag)
                        .post("/api/v1/reports/" + report + "/approvals")
                        .statusCode())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 412, 412, 412);
        assertThat(Commune.count("SELECT last FROM gapless_number WHERE authority_id = ?", commune.id))
                .isEqualTo(1);
    }

    @Test
    void a_report_sent_after_its_day_is_late_by_calendar_days() {
        String report = commune.draftOfFirstQuarter();
        Commune.itIs("2021-03-03T09:00:00+07:00");
        commune.clerk()
                .get("/api/v1/due-reports?year=2021")
                .then()
                .body("items[0].inTime", equalTo(false))
                .body("items[0].lateByDays", equalTo(4));
        commune.approve(report);
        commune.change(commune.leader(), report, "dispatches").body("lateByDays", equalTo(4));
        Commune.itIs("2021-04-03T09:00:00+07:00");
        commune.above()
                .get("/api/v1/due-reports?year=2021&regime=CCHC")
                .then()
                .body("items[0].inTime", equalTo(false))
                .body("items[0].lateByDays", equalTo(4));
    }

    @Test
    void document_and_preview_are_of_one_model_with_a_name_conditional_and_in_parts() {
        String report = commune.draftOfFirstQuarter();
        commune.write(report, "V", "Tie\u0302\u0301ng Vie\u0323\u0302t <b>khong</b>\u000b\u0001\uffff😀")
                .statusCode(200);
        Commune.itIs("2021-02-26T09:00:00+07:00");
        commune.approve(report);

        Response html = commune.clerk().accept("text/html").get("/api/v1/reports/" + report + "/document");
        Response pdf = commune.clerk().accept("application/pdf").get("/api/v1/reports/" + report + "/document");
        Response part = commune.clerk()
                .accept("application/pdf")
                .header("Range", "bytes=0-7")
                .get("/api/v1/reports/" + report + "/document");
        Response again = commune.clerk()
                .accept("application/pdf")
                .header("If-None-Match", pdf.header("ETag"))
                .get("/api/v1/reports/" + report + "/document");

        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(html.asString()).contains("Tiếng Việt &lt;b&gt;khong&lt;/b&gt;");
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition"))
                .contains("filename=\"bao-cao-01-bc-ubnd-cchc-2021-q1.pdf\"")
                .contains("filename*=UTF-8''B%C3%A1o%20c%C3%A1o%2001-BC-UBND%20CCHC%202021-Q1.pdf");
        assertThat(String.join("\n", commune.pages(report, ""))).contains("Tiếng Việt <b>khong</b>");
        assertThat(pdf.header("Last-Modified")).startsWith("Fri, 26 Feb 2021 02:");
        assertThat(pdf.header("Content-Length")).isEqualTo(Integer.toString(pdf.asByteArray().length));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOf(pdf.asByteArray(), 8));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 0-7/" + pdf.asByteArray().length);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        commune.clerk()
                .accept("application/pdf")
                .header("Range", "bytes=99999999-")
                .get("/api/v1/reports/" + report + "/document")
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", "bytes */" + pdf.asByteArray().length)
                .body("type", equalTo("urn:cchc:problem:range-not-satisfiable"));
        commune.clerk()
                .accept("application/msword")
                .get("/api/v1/reports/" + report + "/document")
                .then()
                .statusCode(406);
    }

    @Test
    void a_browser_gets_html_and_who_does_not_say_gets_the_pdf() {
        String report = commune.draftOfFirstQuarter();

        commune.clerk()
                .accept("*/*")
                .get("/api/v1/reports/" + report + "/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf");
        commune.clerk()
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/api/v1/reports/" + report + "/document")
                .then()
                .statusCode(200)
                .contentType("text/html");
    }
}
