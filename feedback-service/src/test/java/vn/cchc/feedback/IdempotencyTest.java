package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.access.Role;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** A bad line makes people send twice. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class IdempotencyTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private Response send(String key, String form) {
        return Commune.asCitizen().header("Idempotency-Key", key).body(form).post("/api/v1/feedback");
    }

    @Test
    void theSameFormSentAgainGetsTheSameReceiptWithItsSecret() {
        String key = UUID.randomUUID().toString();
        Response first = send(key, commune.form(Commune.CONTENT));

        Response again = send(key, commune.form(Commune.CONTENT));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        commune.asClerk().get("/api/v1/feedback").then().body("items.size()", equalTo(1));
    }

    @Test
    void anotherFormUnderTheSameKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        send(key, commune.form(Commune.CONTENT));

        send(key, commune.form("Một nội dung hoàn toàn khác.")).then().statusCode(422);
    }

    @Test
    void anAnonymousKeyIsAUuid() {
        send("1", commune.form(Commune.CONTENT)).then().statusCode(400);
    }

    @Test
    void ofManyAtOnceOneIsEntered() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<String> sending = () -> {
            Response answer = send(key, commune.form(Commune.CONTENT));
            assertThat(answer.statusCode()).isEqualTo(201);
            return answer.path("id");
        };

        List<Future<String>> ids;
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            ids = people.invokeAll(java.util.Collections.nCopies(6, sending));
        } finally {
            people.shutdown();
        }

        String id = ids.get(0).get();
        for (Future<String> other : ids) {
            assertThat(other.get()).isEqualTo(id);
        }
        commune.asClerk().get("/api/v1/register?year=2021").then().body("items.size()", equalTo(1));
    }

    @Test
    void aRepeatedTransitionIsMadeOnceAndShowsTheCaseAsItIsNow() {
        var receipt = commune.receive();
        String path = "/api/v1/feedback/" + receipt.id() + "/acceptances";
        String body = "{\"classification\": \"REGULATION_OWN\"}";
        Response first = commune.asClerk()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "k-" + receipt.id())
                .body(body)
                .post(path);
        commune.post(commune.asClerk(), receipt.id(), "assignments", "{\"unitId\": \"" + commune.office() + "\"}");

        Response again = commune.asClerk()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "k-" + receipt.id())
                .body(body)
                .post(path);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"3\"");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("state")).isEqualTo("ASSIGNED");
    }

    /** What a clerk enters in the own authority, which the form need not name. */
    private Response enter(String token, String key) {
        return commune.as(token)
                .header("Idempotency-Key", key)
                .body("""
                        {"channel": "PHONE", "content": "%s", "sender": {"name": "Trần Thị Bình"}}""".formatted(Commune.CONTENT))
                .post("/api/v1/feedback");
    }

    private static void assertOwnReceipts(Response one, Response other) {
        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(other.statusCode()).isEqualTo(201);
        for (String own : List.of("id", "trackingCode", "trackingSecret")) {
            assertThat(other.<String>path(own)).as(own).isNotEqualTo(one.path(own));
        }
        assertThat(other.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void theSameSubjectInAnotherAuthorityGetsAReceiptAndASecretOfItsOwn() {
        String key = UUID.randomUUID().toString();
        Response here = enter(TestTokens.clerk(commune.id()), key);

        Response there = enter(TestTokens.clerk(Commune.create().id()), key);

        assertOwnReceipts(here, there);
    }

    @Test
    void theSameSubjectOfAnotherIssuerGetsAReceiptAndASecretOfItsOwn() {
        String key = UUID.randomUUID().toString();
        Response ours = enter(TestTokens.clerk(commune.id()), key);

        Response theirs = enter(TestTokens.fromElsewhere(Role.CLERK, commune.id()), key);

        assertOwnReceipts(ours, theirs);
    }

    @Test
    void aSubjectThatIsCalledAnonymousDoesNotShareTheKeysOfCitizens() {
        String key = UUID.randomUUID().toString();
        String form = commune.form(Commune.CONTENT);
        Response citizen = send(key, form);

        Response clerk = commune.as(TestTokens.named("anonymous", Role.CLERK, commune.id()))
                .header("Idempotency-Key", key)
                .body(form)
                .post("/api/v1/feedback");

        assertOwnReceipts(citizen, clerk);
    }

    @Test
    void aTokenWithoutARoleIsACitizenForKeysToo() {
        String form = commune.form(Commune.CONTENT);
        String visitor = TestTokens.withoutRole(commune.id());
        Response first = commune.as(visitor)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post("/api/v1/feedback");

        Response guessable =
                commune.as(visitor).header("Idempotency-Key", "1").body(form).post("/api/v1/feedback");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(guessable.statusCode()).isEqualTo(400);
    }

    @Test
    void anOfficerWhoHasLostSightOfAFeedbackGetsNoReplay() {
        var receipt = commune.receive();
        commune.assign(receipt.id());
        String path = "/api/v1/feedback/" + receipt.id() + "/answers";
        String answer = "{\"text\": \"Đã sửa xong.\"}";
        String etag = commune.asLeader().get("/api/v1/feedback/" + receipt.id()).header("ETag");
        answerOnce(commune.landUnit(), etag, path, answer).then().statusCode(200);
        answerOnce(commune.landUnit(), etag, path, answer)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");

        Response moved = answerOnce(commune.office(), etag, path, answer);

        assertThat(moved.statusCode()).isEqualTo(404);
    }

    /** The same officer, with the same key, who works in this unit by now. */
    private Response answerOnce(UUID unit, String etag, String path, String answer) {
        return commune.asOfficer(unit)
                .header("If-Match", etag)
                .header("Idempotency-Key", "answer-once")
                .body(answer)
                .post(path);
    }

    @Test
    void ofManyTransitionsAtOnceWithOneKeyOneIsMadeAndAllAreShownIt() throws Exception {
        var receipt = commune.receive();
        Callable<Response> accepting = () -> commune.asClerk()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "k-" + receipt.id())
                .body("{\"classification\": \"REGULATION_OWN\"}")
                .post("/api/v1/feedback/" + receipt.id() + "/acceptances");

        List<Future<Response>> answers;
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            answers = people.invokeAll(java.util.Collections.nCopies(6, accepting));
        } finally {
            people.shutdown();
        }

        String first = answers.get(0).get().asString();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
            assertThat(answer.get().asString()).isEqualTo(first);
        }
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items.size()", equalTo(2));
    }

    @Test
    void whatIsKeptForRepetitionsNamesNobody() throws SQLException {
        String key = UUID.randomUUID().toString();
        Response sent = send(key, commune.form(Commune.CONTENT));
        UUID id = UUID.fromString(sent.path("id"));
        commune.asClerk()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "k-" + id)
                .body("{\"classification\": \"REGULATION_OWN\", \"note\": \"Chuyển ông Cường.\"}")
                .post("/api/v1/feedback/" + id + "/acceptances")
                .then()
                .statusCode(200);

        StringBuilder kept = new StringBuilder();
        try (var connection = LocalServers.connect();
                var select = connection.prepareStatement(
                        "SELECT to_jsonb(k)::text FROM idempotency_key k WHERE key IN (?, ?)")) {
            select.setString(1, key);
            select.setString(2, "k-" + id);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    kept.append(row.getString(1));
                }
            }
        }

        assertThat(kept.toString())
                .contains(id.toString())
                .doesNotContain("Nguyễn", "912345678", "Thôn 3", "Đèn đường", "Cường", sent.path("trackingSecret"));
    }
}
