package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/** The office drafts the answer, and the leader releases it or returns it with a reason. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AnswerDraftTest {

    private static final String TEXT = "Đèn đường thôn 3 đã được thay ngày 10/01/2021.";

    private Commune commune;
    private Commune.Receipt receipt;

    @BeforeEach
    void aCaseWhoseAnswerTheLeaderReleases() {
        Commune.now("2021-01-04T08:30:00+07:00");
        commune = Commune.create();
        commune.answersNeedRelease("2021-01-05");
        Commune.now("2021-01-05T08:30:00+07:00");
        receipt = commune.receive();
        commune.assign(receipt.id());
        Commune.now("2021-01-11T08:30:00+07:00");
    }

    private RequestSpecification officer() {
        return commune.asOfficer(commune.landUnit());
    }

    private String drafts() {
        return "/api/v1/feedback/" + receipt.id() + "/answer-drafts";
    }

    private static String body(String text) {
        return "{\"text\": \"" + text + "\"}";
    }

    private Response begin(String text) {
        return officer().body(body(text)).post(drafts());
    }

    private Response theDraft() {
        return officer().get(drafts());
    }

    private Response write(String text) {
        Response draft = theDraft();
        return officer()
                .header("If-Match", "\"" + draft.path("items[0].version") + "\"")
                .body(body(text))
                .put(drafts() + "/" + draft.path("items[0].id"));
    }

    private Response submit() {
        return commune.post(
                officer(),
                receipt.id(),
                "answer-submissions",
                "{\"draftVersion\": " + theDraft().path("items[0].version") + "}");
    }

    private Response release() {
        return release("");
    }

    /** @param more members of the body, each after a comma */
    private Response release(String more) {
        Integer version = commune.asLeader().get(drafts()).path("items[0].version");
        return commune.post(
                commune.asLeader(),
                receipt.id(),
                "answer-releases",
                "{\"draftVersion\": " + (version == null ? 1 : version) + more + "}");
    }

    /** Of the first version of the draft and of the case as it is now, to be sent any number of times. */
    private RequestSpecification releaseOfThisVersion() {
        return commune.asLeader().header("If-Match", etag()).body("{\"draftVersion\": 1}");
    }

    private String etag() {
        return commune.asLeader().get(of("")).header("ETag");
    }

    private String of(String resource) {
        return "/api/v1/feedback/" + receipt.id() + (resource.isEmpty() ? "" : "/" + resource);
    }

    private Response recall(RequestSpecification by) {
        return commune.post(by, receipt.id(), "answer-recalls", "{}");
    }

    private void closes(int status) {
        commune.post(commune.asClerk(), receipt.id(), "closures", "{}").then().statusCode(status);
    }

    private Response giveBack() {
        return commune.post(
                commune.asLeader(), receipt.id(), "answer-returns", "{\"reason\": \"Nêu rõ ngày thay đèn.\"}");
    }

    private void submitted() {
        begin(TEXT).then().statusCode(201);
        submit().then().statusCode(200);
    }

    private void released() {
        submitted();
        release().then().statusCode(200);
    }

    private List<String> waiting() {
        return commune.asLeader().get("/api/v1/feedback?releaseAwaited=true").path("items.id");
    }

    @Test
    void the_leader_releases_what_the_officer_has_drafted() {
        Commune.now("2021-01-11T08:40:00+07:00");
        begin("Đã thay đèn.")
                .then()
                .statusCode(201)
                .body("state", equalTo("WRITTEN"))
                .body("version", equalTo(1));
        write(TEXT).then().statusCode(200).body("version", equalTo(2)).body("text", equalTo(TEXT));
        assertThat(waiting()).isEmpty();

        Commune.now("2021-01-11T09:00:00+07:00");
        submit().then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("answer", nullValue())
                .body("releaseAwaitedSince", startsWith("2021-01-11T09:00:0"))
                .body("allowed", hasItems("answer-recalls", "answer-returns", "answer-releases"))
                .body("allowed", not(hasItem("answer-submissions")));
        assertThat(waiting()).containsExactly(receipt.id().toString());

        Commune.now("2021-01-12T15:00:00+07:00");
        release(", \"documentNumber\": \"15/UBND-ĐC\", \"documentDate\": \"2021-01-12\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("releaseAwaitedSince", nullValue())
                .body("answer.text", equalTo(TEXT))
                .body("answer.documentNumber", equalTo("15/UBND-ĐC"))
                .body("answer.answeredAt", startsWith("2021-01-12T15:00:0"));
        assertThat(waiting()).isEmpty();
        theDraft().then().body("items", empty());
        receipt.track().then().body("state", equalTo("ANSWERED")).body("answer.text", equalTo(TEXT));
    }

    @Test
    void where_the_leader_releases_nobody_answers_directly() {
        for (RequestSpecification by : List.of(officer(), commune.asClerk(), commune.asLeader())) {
            commune.post(by, receipt.id(), "answers", body(TEXT))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:cchc:problem:release-needed"))
                    .body("detail", containsString("answer-drafts"))
                    .body("allowed", hasItem("answer-submissions"))
                    .body("allowed", not(hasItem("answers")));
        }
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .body("answersNeedRelease", equalTo(true))
                .body("allowed", not(hasItem("answers")));
    }

    @Test
    void what_arrived_before_the_policy_is_answered_directly_or_by_a_draft() {
        Commune other = Commune.create();
        Commune.Receipt before = other.receive();
        other.assign(before.id());
        String path = "/api/v1/feedback/" + before.id() + "/answer-drafts";

        other.asClerk()
                .get("/api/v1/feedback/" + before.id())
                .then()
                .body("answersNeedRelease", equalTo(false))
                .body("allowed", hasItems("answers", "answer-submissions"));
        other.asClerk().body(body(TEXT)).post(path).then().statusCode(201);
        other.post(other.asClerk(), before.id(), "answer-submissions", "{\"draftVersion\": 1}")
                .then()
                .statusCode(200)
                .body("allowed", hasItems("answers", "answer-recalls"));

        other.post(other.asClerk(), before.id(), "answers", body("Trả lời ngay."))
                .then()
                .statusCode(200)
                .body("answer.text", equalTo("Trả lời ngay."))
                .body("releaseAwaitedSince", nullValue());
        other.asClerk().get(path).then().body("items", empty());
        other.asClerk()
                .get("/api/v1/feedback/" + before.id() + "/changes")
                .then()
                .body("items[-1].transition", equalTo("ANSWER"))
                .body("items[-1].draftCameBack", nullValue());
    }

    @Test
    void who_drafts_reads_why_it_was_returned_and_hands_it_in_again() {
        submitted();
        Commune.now("2021-01-11T10:00:00+07:00");

        giveBack()
                .then()
                .statusCode(200)
                .body("releaseAwaitedSince", nullValue())
                .body("state", equalTo("ASSIGNED"));

        theDraft()
                .then()
                .body("items[0].state", equalTo("RETURNED"))
                .body("items[0].returned.reason", equalTo("Nêu rõ ngày thay đèn."))
                .body("items[0].returned.at", startsWith("2021-01-11T10:00:0"));
        write("Đèn được thay sáng 10/01/2021.").then().statusCode(200).body("state", equalTo("RETURNED"));
        submit().then().statusCode(200);
        theDraft().then().body("items[0].state", equalTo("SUBMITTED")).body("items[0].returned", nullValue());
        release().then().body("answer.text", equalTo("Đèn được thay sáng 10/01/2021."));
    }

    @Test
    void the_history_says_who_handed_in_returned_and_released() {
        submitted();
        giveBack();
        submit();
        release();

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body(
                        "items.transition.takeRight(4)",
                        contains("SUBMIT_ANSWER", "RETURN_ANSWER", "SUBMIT_ANSWER", "RELEASE_ANSWER"))
                .body("items[-3].reason", equalTo("Nêu rõ ngày thay đèn."))
                .body("items[-1].what", equalTo("answered"))
                .body("items[-1].actor", equalTo(lastActor("RETURN_ANSWER")))
                .body("items[-1].draftedBy", equalTo(lastActor("SUBMIT_ANSWER")));
    }

    private String lastActor(String transition) {
        return commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .path("items.findAll { it.transition == '" + transition + "' }.last().actor");
    }

    @Test
    void the_sender_sees_nothing_of_a_draft() {
        begin("Bản nháp kín.");
        submit();
        giveBack();
        submit();

        receipt.track()
                .then()
                .body("state", equalTo("ASSIGNED"))
                .body("answer", nullValue())
                .body("history.state", contains("RECEIVED", "ACCEPTED", "ASSIGNED"))
                .body(not(containsString("Bản nháp")))
                .body(not(containsString("Nêu rõ")));
        assertThat(receipt.track().asString()).doesNotContain("answer-");
        Commune.asCitizen().get(drafts()).then().statusCode(401);
    }

    @Test
    void others_hear_of_the_steps_and_not_of_the_text() {
        submitted();
        giveBack();
        submit();
        release();

        List<SentEvent> sent = await().until(
                        () -> TestEvents.read("cchc.feedback", receipt.id()),
                        events -> events.stream().anyMatch(event -> event.type().endsWith(".answered.v1")));
        assertThat(sent.stream().map(SentEvent::type))
                .endsWith(
                        "vn.cchc.feedback.answer-submitted.v1",
                        "vn.cchc.feedback.answer-returned.v1",
                        "vn.cchc.feedback.answer-submitted.v1",
                        "vn.cchc.feedback.answered.v1");
        assertThat(sent).allSatisfy(event -> assertThat(event.data()).doesNotContain("Đèn đường", "Nêu rõ"));
    }

    @Test
    void it_counts_as_answered_when_it_is_released() {
        submitted();
        Commune.now("2021-01-16T08:00:00+07:00");
        commune.asClerk()
                .get("/api/v1/feedback?overdue=true")
                .then()
                .body("items.id", contains(receipt.id().toString()));

        release().then().body("answer.inTime", equalTo(false));

        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-15")
                .then()
                .body("total.open", equalTo(1));
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-16")
                .then()
                .body("total.answeredLate", equalTo(1));
        commune.asClerk().get("/api/v1/register?year=2021").then().body("items[0].inTime", equalTo(false));
    }

    @Test
    void only_the_leader_decides_and_only_on_what_is_there() {
        begin(TEXT);
        release().then().statusCode(409).body("type", equalTo("urn:cchc:problem:no-draft-submitted"));
        submit();

        for (String decision : List.of("answer-releases", "answer-returns")) {
            for (RequestSpecification by : List.of(officer(), commune.asClerk())) {
                commune.post(by, receipt.id(), decision, "{\"reason\": \"Không.\"}")
                        .then()
                        .statusCode(403);
            }
        }
        RequestSpecification elsewhere = commune.asOfficer(commune.office());
        elsewhere.get(drafts()).then().statusCode(404);
        commune.asOfficer(commune.office())
                .body(body(TEXT))
                .post(drafts())
                .then()
                .statusCode(404);
        Commune.create().asLeader().get(drafts()).then().statusCode(404);
        commune.asAdmin().get(drafts()).then().statusCode(403);
    }

    @Test
    void nothing_is_handed_in_that_was_not_read() {
        commune.post(officer(), receipt.id(), "answer-submissions", "{\"draftVersion\": 1}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:no-draft"));
        begin(TEXT);
        write("Sửa lại.");

        commune.post(officer(), receipt.id(), "answer-submissions", "{\"draftVersion\": 1}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:draft-changed"));
        commune.post(officer(), receipt.id(), "answer-submissions", "{}")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("draftVersion"));
    }

    @Test
    void a_draft_is_written_only_of_a_present_version_and_while_the_office_has_it() {
        String id = begin(TEXT).path("id");
        begin("Thêm một bản.").then().statusCode(409).body("type", equalTo("urn:cchc:problem:draft-exists"));
        officer().body(body("Sửa.")).put(drafts() + "/" + id).then().statusCode(428);
        write("Lần hai.").then().statusCode(200);
        officer()
                .header("If-Match", "\"1\"")
                .body(body("Sửa bản cũ."))
                .put(drafts() + "/" + id)
                .then()
                .statusCode(412);
        officer()
                .header("If-Match", "\"2\"")
                .body(body("Sửa."))
                .put(drafts() + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        submit();

        write("Sửa khi đang trình.").then().statusCode(409).body("type", equalTo("urn:cchc:problem:draft-submitted"));
        submit().then().statusCode(409).body("type", equalTo("urn:cchc:problem:draft-submitted"));
        theDraft().then().body("items[0].text", equalTo("Lần hai."));
    }

    @Test
    void the_leader_decides_on_a_present_version_of_the_case() {
        submitted();
        for (Transition decision : List.of(Transition.RELEASE_ANSWER, Transition.RETURN_ANSWER)) {
            commune.asLeader()
                    .body(commune.body(decision))
                    .post("/api/v1/feedback/" + receipt.id() + "/" + decision.resource())
                    .then()
                    .statusCode(428);
            commune.asLeader()
                    .header("If-Match", "\"1\"")
                    .body(commune.body(decision))
                    .post("/api/v1/feedback/" + receipt.id() + "/" + decision.resource())
                    .then()
                    .statusCode(412);
        }
    }

    @Test
    void what_is_sent_again_happens_once() {
        String key = UUID.randomUUID().toString();
        List<String> ids = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            ids.add(officer()
                    .header("Idempotency-Key", key)
                    .body(body(TEXT))
                    .post(drafts())
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        officer()
                .header("Idempotency-Key", key)
                .body(body("Khác."))
                .post(drafts())
                .then()
                .statusCode(422);
        twice(officer(), "answer-submissions", "{\"draftVersion\": 1}");
        twice(commune.asLeader(), "answer-returns", "{\"reason\": \"Nêu rõ ngày.\"}");
        submit();
        twice(officer(), "answer-recalls", "{\"reason\": \"Thêm ảnh.\"}");
        submit();
        twice(
                commune.asLeader(),
                "answer-releases",
                "{\"draftVersion\": " + theDraft().path("items[0].version") + "}");

        assertThat(commune.asClerk()
                        .get("/api/v1/feedback/" + receipt.id() + "/changes")
                        .<List<String>>path("items.what"))
                .containsOnlyOnce("answered", "answer-returned", "answer-recalled");
    }

    @Test
    void what_is_sent_again_later_shows_the_present_and_begins_no_other_draft() {
        RequestSpecification begun = officer()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body(TEXT));
        begun.post(drafts()).then().statusCode(201);
        submit().then().statusCode(200);
        RequestSpecification released = releaseOfThisVersion();
        String key = UUID.randomUUID().toString();
        released.header("Idempotency-Key", key)
                .post(of("answer-releases"))
                .then()
                .statusCode(200);
        receipt.post("reopenings", "{\"reason\": \"Đèn lại tắt.\"}").then().statusCode(200);

        released.post(of("answer-releases")).then().statusCode(200).body("state", equalTo("REOPENED"));
        begun.post(drafts()).then().statusCode(404);
        theDraft().then().body("items", empty());
    }

    @Test
    void a_release_without_a_key_that_is_repeated_is_refused() {
        submitted();
        RequestSpecification released = releaseOfThisVersion();
        released.post(of("answer-releases")).then().statusCode(200);

        released.post(of("answer-releases")).then().statusCode(412);
    }

    @Test
    void the_leader_alone_drafts_hands_in_and_releases() {
        commune.asLeader().body(body(TEXT)).post(drafts()).then().statusCode(201);
        commune.post(commune.asLeader(), receipt.id(), "answer-submissions", "{\"draftVersion\": 1}")
                .then()
                .statusCode(200);

        release().then().statusCode(200).body("answer.text", equalTo(TEXT));

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items[-1].draftedBy", equalTo(lastActor("RELEASE_ANSWER")));
    }

    private void twice(RequestSpecification by, String resource, String body) {
        RequestSpecification asked = by.header("If-Match", etag())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body);
        int version = asked.post(of(resource)).then().statusCode(200).extract().path("version");
        asked.post(of(resource)).then().statusCode(200).body("version", equalTo(version));
    }

    @Test
    void two_leaders_release_it_once() {
        submitted();
        List<Integer> statuses = IntStream.range(0, 6).mapToObj(n -> releaseOfThisVersion()).toList().stream()
                .map(released -> CompletableFuture.supplyAsync(
                        () -> released.post(of("answer-releases")).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(commune.asClerk()
                        .get("/api/v1/feedback/" + receipt.id() + "/changes")
                        .<List<String>>path("items.what"))
                .containsOnlyOnce("answered");
    }

    @Test
    void another_unit_gets_the_draft_back_and_another_person_of_the_unit_does_not() {
        submitted();
        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "assignments",
                        "{\"unitId\": \"" + commune.landUnit() + "\", \"person\": \"Vũ Thị Hoa\"}")
                .then()
                .statusCode(200);
        assertThat(waiting()).hasSize(1);

        commune.post(commune.asClerk(), receipt.id(), "assignments", "{\"unitId\": \"" + commune.office() + "\"}")
                .then()
                .statusCode(200)
                .body("releaseAwaitedSince", nullValue());

        assertThat(waiting()).isEmpty();
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items.findAll { it.transition == 'ASSIGN' }.draftCameBack", contains(null, null, true));
        release().then().statusCode(409).body("type", equalTo("urn:cchc:problem:no-draft-submitted"));
        commune.asOfficer(commune.office())
                .get(drafts())
                .then()
                .body("items[0].state", equalTo("WRITTEN"))
                .body("items[0].text", equalTo(TEXT));
        officer().get(drafts()).then().statusCode(404);
    }

    @Test
    void an_extension_is_asked_for_and_granted_while_the_draft_is_with_the_leader() {
        submitted();

        commune.post(officer(), receipt.id(), "extension-requests", "{\"amount\": 3, \"reason\": \"Chờ vật tư.\"}")
                .then()
                .statusCode(200);
        commune.post(commune.asLeader(), receipt.id(), "extensions", "{}")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2021-01-18"));

        assertThat(waiting()).hasSize(1);
        release().then().statusCode(200);
    }

    @Test
    void what_is_answered_without_the_extension_asked_for_does_not_wait_for_it() {
        submitted();
        commune.post(officer(), receipt.id(), "extension-requests", "{\"amount\": 3, \"reason\": \"Chờ vật tư.\"}");

        release().then().statusCode(200).body("extensionRequest", nullValue());
    }

    @Test
    void what_the_sender_takes_back_has_no_draft_and_no_answer() {
        submitted();

        receipt.post("withdrawals", "{}").then().statusCode(200);

        assertThat(waiting()).isEmpty();
        theDraft().then().body("items", empty());
        release().then().statusCode(409).body("type", equalTo("urn:cchc:problem:wrong-transition"));
        begin(TEXT).then().statusCode(409);
        receipt.track().then().body("answer", nullValue());
    }

    @Test
    void an_assigned_case_with_a_draft_is_not_refused() {
        submitted();

        commune.post(commune.asClerk(), receipt.id(), "refusals", commune.body(Transition.REFUSE))
                .then()
                .statusCode(409)
                .body("allowed", hasItem("answer-releases"));
    }

    @Test
    void nothing_is_drafted_before_somebody_is_in_charge() {
        Commune.Receipt arrived = commune.receive();

        commune.asClerk()
                .body(body(TEXT))
                .post("/api/v1/feedback/" + arrived.id() + "/answer-drafts")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:wrong-transition"));
    }

    @Test
    void what_is_reopened_is_drafted_and_released_anew() {
        released();
        receipt.post("reopenings", "{\"reason\": \"Đèn lại tắt.\"}").then().statusCode(200);
        theDraft().then().body("items", empty());
        commune.post(officer(), receipt.id(), "answers", body(TEXT))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:release-needed"));

        begin("Đã thay bóng khác.").then().statusCode(201);
        submit().then().body("state", equalTo("REOPENED"));
        release()
                .then()
                .body("state", equalTo("ANSWERED"))
                .body("answer.text", equalTo("Đã thay bóng khác."))
                .body("earlierAnswers.text", contains(TEXT));
    }

    @Test
    void a_draft_comes_back_when_the_sender_is_asked_and_when_the_sender_supplies() {
        released();
        receipt.post("reopenings", "{\"reason\": \"Đèn lại tắt.\"}");
        begin("Đã thay bóng khác.");
        submit();

        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Cột nào?\"}")
                .then()
                .statusCode(200)
                .body("releaseAwaitedSince", nullValue());
        submit().then().statusCode(200).body("state", equalTo("SUPPLEMENT_REQUESTED"));
        receipt.post("supplements", "{\"content\": \"Cột số 4.\"}").then().statusCode(200);
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items.findAll { it.draftCameBack }.transition", contains("REQUEST_SUPPLEMENT", "SUPPLEMENT"));

        assertThat(waiting()).isEmpty();
        theDraft().then().body("items[0].state", equalTo("WRITTEN"));
        release().then().statusCode(409);
        submit().then().statusCode(200);
        release().then().statusCode(200).body("answer.text", equalTo("Đã thay bóng khác."));
    }

    @Test
    void a_message_of_the_sender_leaves_the_draft_with_the_leader_and_awaits_its_own_reply() {
        submitted();
        Commune.now("2021-01-11T09:30:00+07:00");
        receipt.post("messages", "{\"text\": \"Bao giờ thì sửa?\"}").then().statusCode(201);

        assertThat(waiting()).hasSize(1);
        release()
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("replyAwaitedSince", startsWith("2021-01-11T09:30:0"))
                .body("allowed", not(hasItem("closures")));
        closes(409);
        commune.asClerk()
                .get("/api/v1/feedback?awaitingReply=true")
                .then()
                .body("items.id", contains(receipt.id().toString()));
        officer()
                .body("{\"text\": \"Đã sửa xong.\"}")
                .post("/api/v1/feedback/" + receipt.id() + "/messages")
                .then()
                .statusCode(201);
        closes(200);
    }

    @Test
    void what_was_asked_before_the_draft_was_handed_in_is_replied_to_by_its_release() {
        receipt.post("messages", "{\"text\": \"Bao giờ thì sửa?\"}").then().statusCode(201);
        Commune.now("2021-01-11T09:00:00+07:00");
        submitted();

        release().then().statusCode(200).body("replyAwaitedSince", nullValue());
        closes(200);
    }

    @Test
    void a_further_message_awaits_a_reply_of_its_own_after_the_release() {
        receipt.post("messages", "{\"text\": \"Bao giờ thì sửa?\"}").then().statusCode(201);
        Commune.now("2021-01-11T09:00:00+07:00");
        submitted();
        Commune.now("2021-01-11T10:00:00+07:00");
        receipt.post("messages", "{\"text\": \"Cả đèn ở thôn 4 nữa.\"}").then().statusCode(201);

        release().then().statusCode(200).body("replyAwaitedSince", startsWith("2021-01-11T10:00:0"));
        closes(409);
    }

    @Test
    void the_office_takes_a_draft_back_from_the_leader() {
        recall(officer()).then().statusCode(409).body("type", equalTo("urn:cchc:problem:no-draft-submitted"));
        submitted();
        recall(commune.asOfficer(commune.office())).then().statusCode(404);

        commune.post(officer(), receipt.id(), "answer-recalls", "{\"reason\": \"Thêm ảnh.\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("releaseAwaitedSince", nullValue())
                .body("allowed", hasItem("answer-submissions"))
                .body("allowed", not(hasItem("answer-recalls")));
        assertThat(waiting()).isEmpty();
        theDraft().then().body("items[0].state", equalTo("WRITTEN")).body("items[0].returned", nullValue());
        release().then().statusCode(409).body("type", equalTo("urn:cchc:problem:no-draft-submitted"));
        write("Đèn được thay sáng 10/01/2021.").then().statusCode(200);
        submit().then().statusCode(200);
        recall(commune.asClerk()).then().statusCode(200);
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items.findAll { it.transition == 'RECALL_ANSWER' }.what", hasItem("answer-recalled"))
                .body("items.findAll { it.transition == 'RECALL_ANSWER' }.reason", contains("Thêm ảnh.", null));
    }

    @Test
    void nothing_is_released_that_the_leader_has_not_read() {
        submitted();
        recall(officer());
        write("Đèn được thay sáng 10/01/2021.");
        submit();

        commune.post(commune.asLeader(), receipt.id(), "answer-releases", "{\"draftVersion\": 1}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:draft-changed"));
        commune.post(commune.asLeader(), receipt.id(), "answer-releases", "{}")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("draftVersion"));
        release().then().statusCode(200).body("answer.text", equalTo("Đèn được thay sáng 10/01/2021."));
    }

    @Test
    void what_is_reopened_gives_the_draft_back_when_another_person_of_the_unit_gets_it() {
        released();
        receipt.post("reopenings", "{\"reason\": \"Đèn lại tắt.\"}").then().statusCode(200);
        begin("Đã thay bóng khác.");
        submit().then().statusCode(200);

        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "assignments",
                        "{\"unitId\": \"" + commune.landUnit() + "\", \"person\": \"Vũ Thị Hoa\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("releaseAwaitedSince", nullValue());

        theDraft().then().body("items[0].state", equalTo("WRITTEN"));
    }

    @Test
    void a_release_is_one_when_the_names_are_erased() throws SQLException {
        released();

        Commune.texts(
                "UPDATE journal SET detail = detail - 'draftedBy' WHERE kind = 'feedback' AND id = ? AND detail IS NOT NULL"
                        + " RETURNING id::text",
                receipt.id());

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items[-1].transition", equalTo("RELEASE_ANSWER"))
                .body("items[-1].draftedBy", nullValue());
    }

    @Test
    void a_replica_of_the_version_before_leaves_no_draft_behind() throws SQLException {
        submitted();
        change("state = 'ASSIGNED', unit_id = '" + commune.office() + "'");
        assertThat(waiting()).isEmpty();
        commune.asClerk().get(drafts()).then().body("items[0].state", equalTo("WRITTEN"));
        change("unit_id = '" + commune.landUnit() + "'");
        submit();

        change("state = 'ANSWERED', answered_at = now(), answered_on = current_date, ended_on = current_date");

        assertThat(waiting()).isEmpty();
        assertThat(Commune.texts("SELECT id::text FROM answer_draft WHERE feedback_id = ?", receipt.id()))
                .isEmpty();
    }

    /** As the version before writes, which knows nothing of drafts. */
    private void change(String assignments) throws SQLException {
        Commune.texts(
                "UPDATE feedback SET version = version + 1, " + assignments + " WHERE id = ? RETURNING id::text",
                receipt.id());
    }

    @Test
    void a_pasted_text_is_kept_as_it_reads() {
        String pasted =
                Normalizer.normalize("Đèn đã được thay", Normalizer.Form.NFD) + "\\u0007\\r\\nngày 10/01/2021.\\u00a0";

        begin(pasted).then().statusCode(201).body("text", equalTo("Đèn đã được thay\nngày 10/01/2021."));

        begin("\\u200b\\u00a0").then().statusCode(422).body("errors.field", hasItem("text"));
    }

    @Test
    void number_and_day_of_the_document_are_those_of_an_answer() {
        Stream.of(
                        "{\"text\": \"Đã sửa.\", \"documentNumber\": \"15/UBND\"}",
                        "{\"text\": \"Đã sửa.\", \"documentNumber\": \"15/UBND\", \"documentDate\": \"2021-01-04\"}",
                        "{\"text\": \"Đã sửa.\", \"documentNumber\": \"15/UBND\", \"documentDate\": \"2021-01-12\"}")
                .forEach(draft -> officer()
                        .body(draft)
                        .post(drafts())
                        .then()
                        .statusCode(422)
                        .body("errors.field", hasItem("documentDate")));
        submitted();

        release(", \"documentNumber\": \"15/UBND\"")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("documentDate"));
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void a_policy_shows_and_previews_that_the_leader_releases() {
        commune.asAdmin()
                .get("/api/v1/handling-policies?authority=" + commune.id())
                .then()
                .body("items.answersNeedRelease", hasItems(true, false));
        commune.asAdmin()
                .body("""
                        {"arrivals": ["2021-01-20", "2021-02-02"], "policy":
                         {"authorityId": "%s", "urgency": "URGENT", "limit": {"amount": 5, "unit": "WORKING_DAY", "legalBasis": "Điều 3"},
                          "answersNeedRelease": true, "validFrom": "2021-02-01", "reason": "Thử."}}""".formatted(commune.id()))
                .post("/api/v1/handling-policies/previews")
                .then()
                .statusCode(200)
                .body("examples.answersNeedRelease", contains(true, true));
    }

    @Test
    void no_policy_of_the_whole_country_has_leaders_release_answers() {
        commune.as(TestTokens.operator())
                .body("""
                        {"urgency": "URGENT", "limit": {"amount": 5, "unit": "WORKING_DAY", "legalBasis": "Điều 3"},
                         "answersNeedRelease": true, "validFrom": "2021-02-01", "reason": "Thử."}""")
                .post("/api/v1/handling-policies")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("answersNeedRelease"));
    }
}
