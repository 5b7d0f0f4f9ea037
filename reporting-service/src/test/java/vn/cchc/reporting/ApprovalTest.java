package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.reporting.report.HeldDocuments;

/** A document is laid out while nobody waits for it, and is what was approved all the same. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ApprovalTest {

    private final ExecutorService leaders = Executors.newFixedThreadPool(2);
    private Commune commune;
    private String firstQuarter;
    private String halfYear;

    @BeforeEach
    void twoDraftsOfOneBook() {
        Commune.itIs("2021-05-28T08:00:00+07:00");
        commune = Commune.withPlan();
        firstQuarter = commune.draftOfFirstQuarter();
        halfYear = commune.draftOfHalfYear();
        Commune.everythingIsCompleteTo(Commune.CUT_OFF_H1);
    }

    @AfterEach
    void nobodyIsLeft() {
        leaders.shutdownNow();
    }

    @Test
    void while_a_document_is_laid_out_neither_its_report_nor_its_book_is_locked() throws Exception {
        Future<Response> slow;
        try (HeldDocuments.Hold hold = HeldDocuments.holdNext()) {
            slow = leaders.submit(() -> approve(firstQuarter));
            hold.awaitBegin();

            assertNotLocked("SELECT 1 FROM report WHERE id = ? FOR UPDATE NOWAIT", UUID.fromString(firstQuarter));
            approve(halfYear).then().statusCode(200).body("number", equalTo(1));
            assertNotLocked("SELECT 1 FROM gapless_number WHERE authority_id = ? FOR UPDATE NOWAIT", commune.id);
        }

        slow.get().then().statusCode(200).body("number", equalTo(2));
        assertThat(commune.pages(halfYear, "").get(0)).contains("01/BC-UBND");
        assertThat(commune.pages(firstQuarter, "").get(0)).contains("02/BC-UBND");
    }

    @Test
    void two_who_approve_at_once_get_two_numbers_and_each_document_bears_its_own() throws Exception {
        List<Future<Response>> answers =
                List.of(leaders.submit(() -> approve(firstQuarter)), leaders.submit(() -> approve(halfYear)));
        List<Integer> numbers = new ArrayList<>();
        for (Future<Response> answer : answers) {
            numbers.add(answer.get().then().statusCode(200).extract().path("number"));
        }

        assertThat(numbers).containsExactlyInAnyOrder(1, 2);
        for (String report : List.of(firstQuarter, halfYear)) {
            int number = commune.clerk().get("/api/v1/reports/" + report).path("number");
            assertThat(commune.pages(report, "").get(0)).contains("0" + number + "/BC-UBND");
        }
    }

    /** As many as the operation admits, which is as many as there are connections on two cores. */
    @Test
    void documents_asked_for_at_once_do_not_wait_for_one_another() throws Exception {
        approve(firstQuarter).then().statusCode(200);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Response>> asked =
                    Collections.nCopies(4, () -> commune.clerk().get("/api/v1/reports/" + firstQuarter + "/document"));
            for (int round = 0; round < 20; round++) {
                for (Future<Response> answer : readers.invokeAll(asked, 20, TimeUnit.SECONDS)) {
                    assertThat(answer.isCancelled()).isFalse();
                    answer.get().then().statusCode(200);
                }
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void what_is_heard_while_the_document_is_laid_out_is_in_it() throws Exception {
        Future<Response> slow;
        try (HeldDocuments.Hold hold = HeldDocuments.holdNext()) {
            slow = leaders.submit(() -> approve(firstQuarter));
            hold.awaitBegin();
            UUID feedback = commune.feedbackReceived("ONLINE", "2021-02-01", "2021-02-17", "2021-02-01T08:00:00+07:00");
            Commune.awaitFact("feedback", feedback, 1);
        }

        slow.get().then().statusCode(200).body("changedSinceApproval", equalTo(false));
        assertThat(commune.figure(firstQuarter, "pakn.received")).isEqualTo(1);
        assertThat(String.join(" ", commune.pages(firstQuarter, "")).replaceAll("\\s+", " "))
                .contains("trong kỳ tiếp nhận 01 PAKN");
    }

    @Test
    void a_text_written_while_the_document_is_laid_out_makes_the_approval_stale() throws Exception {
        Future<Response> slow;
        try (HeldDocuments.Hold hold = HeldDocuments.holdNext()) {
            slow = leaders.submit(() -> approve(firstQuarter));
            hold.awaitBegin();
            commune.write(firstQuarter, "V", "Đề nghị bổ sung kinh phí.").statusCode(200);
        }

        slow.get().then().statusCode(412);
        assertThat(Commune.count("SELECT count(*) FROM gapless_number WHERE authority_id = ?", commune.id))
                .isZero();
    }

    @Test
    void the_same_approval_sent_again_is_answered_from_the_first_time() {
        String key = UUID.randomUUID().toString();
        String etag = commune.etag(firstQuarter);
        approve(firstQuarter, key, etag).then().statusCode(200).body("number", equalTo(1));

        approve(firstQuarter, key, etag)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("number", equalTo(1));
    }

    @Test
    void an_approval_needs_no_body_and_no_media_type() throws Exception {
        HttpRequest bare = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                        + "/api/v1/reports/" + firstQuarter + "/approvals"))
                .header("Authorization", "Bearer " + TestTokens.leader(commune.id))
                .header("If-Match", commune.etag(firstQuarter))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(bare, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        commune.leader()
                .header("If-Match", "*")
                .body(Map.of("reason", "Không có trường này."))
                .post("/api/v1/reports/" + halfYear + "/approvals")
                .then()
                .statusCode(400)
                .body("type", containsString("unknown-field"));
        commune.leader()
                .header("If-Match", "*")
                .body(Map.of("incompleteReason", "x".repeat(2001)))
                .post("/api/v1/reports/" + halfYear + "/approvals")
                .then()
                .statusCode(422);
    }

    private Response approve(String report) {
        return approve(report, UUID.randomUUID().toString(), commune.etag(report));
    }

    private Response approve(String report, String key, String etag) {
        return commune.leader()
                .header("If-Match", etag)
                .header("Idempotency-Key", key)
                .post("/api/v1/reports/" + report + "/approvals");
    }

    private static void assertNotLocked(String sql, UUID id) throws SQLException {
        try (Connection connection = LocalServers.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }
}
