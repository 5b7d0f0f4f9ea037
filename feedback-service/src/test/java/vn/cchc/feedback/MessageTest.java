package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;

/** What a sender and an office write to each other about a feedback. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MessageTest {

    private static final Pattern ACTION = Pattern.compile("action=\"(/tra-cuu/hoi/[^\"]+)\"");
    private static final String QUESTION = "{\"text\": \"Bao giờ thì sửa xong?\"}";
    private static final String REPLY = "{\"text\": \"Trong tuần này.\"}";

    private Commune commune;
    private Commune.Receipt receipt;
    private String path;

    @BeforeEach
    void aFeedbackInJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        receipt = commune.receive();
        path = "/api/v1/feedback/" + receipt.id();
    }

    private Response reply() {
        return commune.asClerk().body(REPLY).post(path + "/messages");
    }

    private Response messagesForSender() {
        return Commune.asCitizen()
                .header("Tracking-Secret", receipt.secret())
                .get("/api/v1/tracking/" + receipt.code() + "/messages");
    }

    private List<String> awaitingReply(boolean wanted) {
        return commune.asClerk()
                .get("/api/v1/feedback?awaitingReply=" + wanted)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void aQuestionWaitsInTheListUntilTheOfficeReplies() {
        commune.receive();
        receipt.post("messages", QUESTION)
                .then()
                .statusCode(201)
                .body("kind", equalTo("MESSAGE"))
                .body("author", equalTo("SENDER"))
                .body("text", equalTo("Bao giờ thì sửa xong?"));
        assertThat(awaitingReply(true)).containsExactly(receipt.id().toString());
        assertThat(awaitingReply(false)).doesNotContain(receipt.id().toString()).hasSize(1);
        Commune.now("2021-01-05T09:00:00+07:00");
        receipt.post("messages", "{\"text\": \"Xin trả lời sớm.\"}").then().statusCode(201);
        commune.asClerk().get(path).then().body("replyAwaitedSince", startsWith("2021-01-05T08:30:0"));

        reply().then().statusCode(201).body("author", equalTo("OFFICE"));

        assertThat(awaitingReply(true)).isEmpty();
        commune.asClerk().get(path).then().body("replyAwaitedSince", nullValue());
        commune.asClerk()
                .get(path + "/messages")
                .then()
                .statusCode(200)
                .body("items.text", contains("Bao giờ thì sửa xong?", "Xin trả lời sớm.", "Trong tuần này."))
                .body("items[0].by", nullValue())
                .body("items[2].by.length()", org.hamcrest.Matchers.greaterThan(0));
    }

    @Test
    void theSenderReadsTheReplyAmongWhatWasAskedForAndSupplied() {
        receipt.post("messages", QUESTION).then().statusCode(201);
        Commune.now("2021-01-06T08:00:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Cột nào?\"}")
                .then()
                .statusCode(200);
        Commune.now("2021-01-06T09:00:00+07:00");
        receipt.post("supplements", "{\"content\": \"Cột thứ ba.\"}").then().statusCode(200);
        Commune.now("2021-01-06T10:00:00+07:00");
        reply().then().statusCode(201);

        messagesForSender()
                .then()
                .statusCode(200)
                .body("items.kind", contains("MESSAGE", "SUPPLEMENT_REQUEST", "SUPPLEMENT", "MESSAGE"))
                .body("items.author", contains("SENDER", "OFFICE", "SENDER", "OFFICE"))
                .body("items.text", contains("Bao giờ thì sửa xong?", "Cột nào?", "Cột thứ ba.", "Trong tuần này."))
                .body("items.by", contains(nullValue(), nullValue(), nullValue(), nullValue()));
    }

    @Test
    void aLongThreadIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            receipt.post("messages", "{\"text\": \"Câu " + i + "\"}").then().statusCode(201);
            reply().then().statusCode(201);
        }
        List<String> texts = new ArrayList<>();
        String cursor = "";
        do {
            Response page = commune.asClerk()
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get(path + "/messages");
            texts.addAll(page.path("items.text"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(texts)
                .hasSize(10)
                .startsWith("Câu 0", "Trong tuần này.", "Câu 1")
                .endsWith("Trong tuần này.");
    }

    @Test
    void aMessageSentAgainIsThereOnce() {
        String key = UUID.randomUUID().toString();
        String ofClerk = UUID.randomUUID().toString();
        String id = ask(key, QUESTION).then().statusCode(201).extract().path("id");
        commune.asClerk()
                .header("Idempotency-Key", ofClerk)
                .body(REPLY)
                .post(path + "/messages")
                .then()
                .statusCode(201);

        ask(key, QUESTION)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        ask(key, REPLY).then().statusCode(422);
        commune.asClerk()
                .header("Idempotency-Key", ofClerk)
                .body(REPLY)
                .post(path + "/messages")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");

        messagesForSender().then().body("items", hasSize(2));
    }

    private Response ask(String key, String body) {
        return Commune.asCitizen()
                .header("Tracking-Secret", receipt.secret())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/tracking/" + receipt.code() + "/messages");
    }

    @Test
    void aMessageSentAgainIsShownToWhoeverHasTheSecretAlone() {
        String key = UUID.randomUUID().toString();
        ask(key, QUESTION).then().statusCode(201);
        String secret = commune.receive().secret();

        Commune.asCitizen()
                .header("Tracking-Secret", secret)
                .header("Idempotency-Key", key)
                .body(QUESTION)
                .post("/api/v1/tracking/" + receipt.code() + "/messages")
                .then()
                .statusCode(404);
        Commune.asCitizen()
                .header("Tracking-Secret", secret)
                .get("/api/v1/tracking/" + receipt.code() + "/messages")
                .then()
                .statusCode(404);
    }

    @Test
    void whoIsAboutToAnswerIsNotHeldUpByAMessage() {
        commune.assign(receipt.id());
        String etag = commune.asLeader().get(path).header("ETag");
        receipt.post("messages", QUESTION).then().statusCode(201);

        commune.asLeader()
                .header("If-Match", etag)
                .body("{\"text\": \"Đã sửa xong.\"}")
                .post(path + "/answers")
                .then()
                .statusCode(200)
                .body("replyAwaitedSince", nullValue());
        assertThat(awaitingReply(true)).isEmpty();
    }

    @Test
    void aQuestionAfterTheAnswerIsRepliedToBeforeTheCaseIsClosedAndNoneIsTakenThen() {
        commune.assign(receipt.id());
        commune.post(commune.asLeader(), receipt.id(), "answers", "{\"text\": \"Đã sửa xong.\"}");
        receipt.post("messages", QUESTION).then().statusCode(201);

        commune.asClerk().get(path).then().body("allowed", not(hasItem("closures")));
        commune.post(commune.asClerk(), receipt.id(), "closures", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:reply-awaited"));
        reply().then().statusCode(201);
        commune.post(commune.asClerk(), receipt.id(), "closures", "{}").then().statusCode(200);

        receipt.post("messages", QUESTION)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:thread-closed"));
        reply().then().statusCode(409);
        receipt.track().then().body("allowed", not(hasItem("messages")));
        messagesForSender().then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void whatIsTakenBackAwaitsNoReply() {
        receipt.post("messages", QUESTION).then().statusCode(201);

        receipt.post("withdrawals", "{}").then().statusCode(200);

        assertThat(awaitingReply(true)).isEmpty();
        receipt.post("messages", QUESTION).then().statusCode(409);
    }

    /** As the version before ends one, which knows of no messages. */
    @Test
    void whatAReplicaOfTheVersionBeforeEndsAwaitsNoReply() throws SQLException {
        receipt.post("messages", QUESTION).then().statusCode(201);

        Commune.texts(
                "UPDATE feedback SET state = 'WITHDRAWN', ended_on = '2021-01-05', version = version + 1 WHERE id = ? RETURNING state",
                receipt.id());

        assertThat(awaitingReply(true)).isEmpty();
    }

    /** As the version before answers one. What is asked after the answer waits, whatever else changes. */
    @Test
    void whatAReplicaOfTheVersionBeforeAnswersAwaitsNoReplyUntilTheSenderAsksAgain() throws SQLException {
        commune.assign(receipt.id());
        receipt.post("messages", QUESTION).then().statusCode(201);

        Commune.texts(
                "UPDATE feedback SET state = 'ANSWERED', answered_at = '2021-01-05T09:00:00+07:00', answered_on = '2021-01-05',"
                        + " ended_on = '2021-01-05', version = version + 1 WHERE id = ? RETURNING state",
                receipt.id());
        assertThat(awaitingReply(true)).isEmpty();
        receipt.post("messages", QUESTION).then().statusCode(201);
        Commune.texts("UPDATE feedback SET version = version + 1 WHERE id = ? RETURNING state", receipt.id());

        assertThat(awaitingReply(true)).containsExactly(receipt.id().toString());
    }

    @Test
    void aMessageBelongsToTheAuthorityOfItsCase() throws SQLException {
        receipt.post("messages", QUESTION).then().statusCode(201);
        reply().then().statusCode(201);

        assertThat(Commune.texts("SELECT authority_id FROM feedback_message WHERE feedback_id = ?", receipt.id()))
                .containsExactly(commune.id().toString(), commune.id().toString());
    }

    @Test
    void anOfficeThatHasWrittenAllItMayStillRepliesAndCloses() {
        commune.assign(receipt.id());
        commune.post(commune.asLeader(), receipt.id(), "answers", "{\"text\": \"Đã sửa xong.\"}");
        for (int i = 0; i < 50; i++) {
            reply().then().statusCode(201);
        }
        reply().then().statusCode(409).body("type", equalTo("urn:cchc:problem:too-many-messages"));
        receipt.post("messages", QUESTION).then().statusCode(201);
        commune.post(commune.asClerk(), receipt.id(), "closures", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:reply-awaited"));

        reply().then().statusCode(201);

        reply().then().statusCode(409);
        commune.post(commune.asClerk(), receipt.id(), "closures", "{}").then().statusCode(200);
    }

    @Test
    void neitherSideUsesUpWhatTheOtherMayWrite() {
        for (int i = 0; i < 50; i++) {
            receipt.post("messages", QUESTION).then().statusCode(201);
        }

        receipt.post("messages", QUESTION)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:too-many-messages"));
        reply().then().statusCode(201);
    }

    @Test
    void messagesWrittenAtOnceAreAllThere() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                boolean ofOffice = i % 2 == 0;
                writers.add(() -> (ofOffice ? reply() : receipt.post("messages", QUESTION)).statusCode());
            }
            for (Future<Integer> status : pool.invokeAll(writers)) {
                assertThat(status.get()).isEqualTo(201);
            }
        } finally {
            pool.shutdownNow();
        }

        messagesForSender().then().body("items", hasSize(16));
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{\"text\": \" \\u200b\\u3164 \"}'", "'{\"text\": \"\\u0007\"}'"})
    void nothingVisibleIsNoMessage(String body) {
        receipt.post("messages", body).then().statusCode(422);
        commune.asClerk().body(body).post(path + "/messages").then().statusCode(422);
        receipt.post("messages", "{\"text\": \"" + "a".repeat(2001) + "\"}")
                .then()
                .statusCode(422);
    }

    @Test
    void textIsComposedAsPeoplePasteIt() {
        receipt.post("messages", "{\"text\": \"\\u00a0Đe\\u0300n\\r\\nto\\u0302\\u0301i \"}")
                .then()
                .statusCode(201)
                .body("text", equalTo("Đèn\ntối"));
    }

    @Test
    void anOfficerReadsAndWritesAboutWhatIsAssignedToTheOwnUnit() {
        receipt.post("messages", QUESTION).then().statusCode(201);
        commune.assign(receipt.id());

        commune.asOfficer(commune.office()).get(path + "/messages").then().statusCode(404);
        commune.asOfficer(commune.office())
                .body(REPLY)
                .post(path + "/messages")
                .then()
                .statusCode(404);
        commune.asOfficer(commune.landUnit())
                .body(REPLY)
                .post(path + "/messages")
                .then()
                .statusCode(201);
        commune.asOfficer(commune.landUnit()).get(path + "/messages").then().body("items", hasSize(2));
    }

    @Test
    void anErasedTextLeavesItsPlaceInTheThread() throws SQLException {
        receipt.post("messages", QUESTION).then().statusCode(201);
        reply().then().statusCode(201);

        Commune.texts(
                "UPDATE feedback_message SET text = NULL WHERE feedback_id = ? AND number = 1 RETURNING id",
                receipt.id());

        messagesForSender()
                .then()
                .statusCode(200)
                .body("items.text", contains(nullValue(), equalTo("Trong tuần này.")));
        submit("/tra-cuu", key()).then().statusCode(200).body(containsString("Trong tuần này."));
    }

    private Map<String, String> key() {
        return new HashMap<>(Map.of("code", receipt.code(), "Tracking-Secret", receipt.secret()));
    }

    private static Response submit(String action, Map<String, String> fields) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .contentType(ContentType.URLENC)
                .formParams(fields)
                .post(action);
    }

    private static String action(Response page) {
        Matcher matcher = ACTION.matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }

    @Test
    void onThePageAQuestionIsAskedOnceAndItsReplyRead() {
        String action = action(submit("/tra-cuu", key()));
        Map<String, String> form = key();
        form.put("text", "Bao giờ thì <b>sửa</b>?");

        submit(action, form)
                .then()
                .statusCode(200)
                .body(containsString("Ông/Bà viết"))
                .body(containsString("Bao giờ thì &lt;b&gt;sửa&lt;/b&gt;?"));
        submit(action, form).then().statusCode(200);
        reply().then().statusCode(201);

        submit("/tra-cuu", key())
                .then()
                .statusCode(200)
                .body(containsString("Trao đổi với cơ quan"))
                .body(containsString("Cơ quan trả lời"))
                .body(containsString("Trong tuần này."));
        messagesForSender().then().body("items", hasSize(2));
    }

    @Test
    void onThePageAnotherTextFromTheSameFormIsAskedForAgain() {
        String action = action(submit("/tra-cuu", key()));
        Map<String, String> form = key();
        form.put("text", "Câu thứ nhất.");
        submit(action, form).then().statusCode(200);
        form.put("text", "Câu thứ hai.");

        Response asked = submit(action, form);

        asked.then().statusCode(422).body(containsString("xin bấm Gửi lần nữa")).body(containsString("Câu thứ hai."));
        submit(action(asked), form).then().statusCode(200);
        messagesForSender().then().body("items.text", contains("Câu thứ nhất.", "Câu thứ hai."));
    }

    @Test
    void onThePageWhatCannotBeSentSaysWhy() {
        String action = action(submit("/tra-cuu", key()));
        Map<String, String> form = key();
        form.put("text", " ");
        submit(action, form).then().statusCode(422).body(containsString("Xin viết nội dung cần hỏi."));
        receipt.post("withdrawals", "{}").then().statusCode(200);
        form.put("text", "Còn một việc.");

        Response refused = submit(action, form);

        refused.then()
                .statusCode(409)
                .body(containsString("đã kết thúc"))
                .body(containsString("readonly"))
                .body(containsString("Còn một việc."));
        assertThat(refused.asString()).doesNotContain("/tra-cuu/hoi/");
        Map<String, String> wrong = new HashMap<>(form);
        wrong.put("Tracking-Secret", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
        submit(action, wrong).then().statusCode(404);
        messagesForSender().then().body("items", empty());
    }
}
