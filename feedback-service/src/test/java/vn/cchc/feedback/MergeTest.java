package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** Two senders tell of one street lamp: the first case leads, and each keeps its own limit. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MergeTest {

    private Commune commune;
    private Commune.Receipt first;
    private Commune.Receipt second;

    @BeforeEach
    void twoCasesOfOneMatter() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        first = commune.receive();
        Commune.now("2021-01-07T08:30:00+07:00");
        second = commune.receive("Đèn đường ở đầu thôn 3 hỏng, tối không đi lại được.");
    }

    private Response merge(Commune.Receipt one, Commune.Receipt into) {
        return commune.post(commune.asClerk(), one.id(), "merges", "{\"intoId\": \"" + into.id() + "\"}");
    }

    private Response share(Commune.Receipt one) {
        return commune.post(commune.asClerk(), one.id(), "shared-answers", "");
    }

    private void accept(Commune.Receipt one) {
        commune.post(commune.asClerk(), one.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}")
                .then()
                .statusCode(200);
    }

    private void answer(Commune.Receipt one) {
        answer(one, "2021-01-06");
    }

    private void answer(Commune.Receipt one, String documentDate) {
        commune.assign(one.id());
        commune.post(
                        commune.asLeader(),
                        one.id(),
                        "answers",
                        "{\"text\": \"Đã thay đèn.\", \"documentNumber\": \"15/UBND-ĐC\", \"documentDate\": \""
                                + documentDate + "\"}")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse theCase(Commune.Receipt one) {
        return commune.asClerk().get("/api/v1/feedback/" + one.id()).then().statusCode(200);
    }

    private ValidatableResponse merged(RequestSpecification by, Commune.Receipt into) {
        return by.get("/api/v1/feedback/" + into.id() + "/merged-cases").then().statusCode(200);
    }

    @Test
    void a_merged_case_keeps_its_number_its_limit_and_its_sender() {
        commune.post(
                        commune.asClerk(),
                        second.id(),
                        "merges",
                        "{\"intoId\": \"" + first.id() + "\", \"note\": \"Cùng một cột đèn.\"}")
                .then()
                .statusCode(200)
                .body("mergedInto", equalTo(first.id().toString()))
                .body("state", equalTo("RECEIVED"))
                .body("number", equalTo(second.number()))
                .body("dueOn", equalTo(second.dueOn()))
                .body("version", equalTo(2))
                .body("allowed", hasItem("separations"))
                .body("allowed", not(hasItem("merges")));

        theCase(first).body("version", equalTo(1)).body("mergedInto", nullValue());
        merged(commune.asClerk(), first)
                .body("items.id", contains(second.id().toString()))
                .body("items.dueOn", contains(second.dueOn()))
                .body("items.overdue", contains(false));
        commune.asClerk()
                .get("/api/v1/feedback/" + second.id() + "/changes")
                .then()
                .body("items[1].reason", equalTo("Cùng sự việc với số " + first.number() + "/2021: Cùng một cột đèn."));
        second.track().then().body("state", equalTo("RECEIVED")).body("history.state", contains("RECEIVED"));
        assertThat(TestEvents.read("cchc.feedback", second.id()))
                .extracting(event -> event.type())
                .contains("vn.cchc.feedback.merged.v1");
    }

    @Test
    void the_answer_of_the_leading_case_is_given_to_each_by_itself() {
        merge(second, first).then().statusCode(200);
        share(second).then().statusCode(409).body("type", endsWith("wrong-transition"));
        accept(second);
        share(second).then().statusCode(409).body("type", endsWith("no-answer-to-share"));
        answer(first);
        theCase(second).body("state", equalTo("ACCEPTED")).body("allowed", hasItem("shared-answers"));

        share(second)
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("answer.text", equalTo("Đã thay đèn."))
                // Older than the case that it answers, too.
                .body("answer.documentDate", equalTo("2021-01-06"))
                .body("assignment.unitId", equalTo(commune.landUnit().toString()));
        second.track()
                .then()
                .body("answer.text", equalTo("Đã thay đèn."))
                .body("answer.documentNumber", equalTo("15/UBND-ĐC"));
        commune.asClerk()
                .get("/api/v1/feedback/" + second.id() + "/changes")
                .then()
                .body("items.reason", hasItem("Trả lời như số " + first.number() + "/2021"));
        merged(commune.asClerk(), first).body("items.state", contains("ANSWERED"));
        commune.asClerk()
                .get("/api/v1/register?year=2021")
                .then()
                .body("items.find { it.feedbackId == '" + second.id() + "' }.inTime", equalTo(true));
    }

    @Test
    void it_may_have_an_answer_of_its_own_and_be_separated() {
        merge(second, first).then().statusCode(200);
        commune.post(commune.asClerk(), second.id(), "separations", "{\"note\": \"Cột đèn khác.\"}")
                .then()
                .statusCode(200)
                .body("mergedInto", nullValue())
                .body("allowed", hasItem("merges"));
        merged(commune.asClerk(), first).body("items", empty());
        commune.post(commune.asClerk(), second.id(), "separations", "")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-merged"));

        merge(second, first).then().statusCode(200);
        answer(second, "2021-01-07");
        theCase(second)
                .body("state", equalTo("ANSWERED"))
                .body("mergedInto", equalTo(first.id().toString()));
        theCase(first).body("state", equalTo("RECEIVED"));
    }

    @Test
    void one_case_leads_those_of_a_matter() {
        Commune.Receipt third = commune.receive("Đèn thôn 3 lại tắt.");
        merge(second, first).then().statusCode(200);

        merge(second, third).then().statusCode(409).body("type", endsWith("merged-already"));
        merge(third, second).then().statusCode(422).body("errors.field", contains("intoId"));
        merge(first, third).then().statusCode(409).body("type", endsWith("leads-others"));
        merge(third, third).then().statusCode(422).body("errors.field", contains("intoId"));
        merge(third, first).then().statusCode(200);
        merged(commune.asClerk(), first)
                .body("items.id", contains(second.id().toString(), third.id().toString()));
    }

    @Test
    void what_ended_without_an_answer_leads_none_and_what_was_answered_does() {
        first.post("withdrawals", "{}").then().statusCode(200);
        merge(second, first).then().statusCode(422).body("errors.field", contains("intoId"));

        Commune.Receipt third = commune.receive("Đèn thôn 3 lại tắt.");
        answer(second, "2021-01-07");
        merge(third, second).then().statusCode(200);
        accept(third);
        share(third).then().statusCode(200).body("state", equalTo("ANSWERED"));
        merge(third, second).then().statusCode(409);
    }

    @Test
    void a_reopened_leading_case_has_no_answer_to_share_until_it_has_the_next() {
        merge(second, first).then().statusCode(200);
        accept(second);
        answer(first);
        first.post("reopenings", "{\"reason\": \"Đèn lại tắt.\"}").then().statusCode(200);

        share(second).then().statusCode(409).body("type", endsWith("no-answer-to-share"));
        commune.post(commune.asLeader(), first.id(), "answers", "{\"text\": \"Đã thay cả cột.\"}")
                .then()
                .statusCode(200);
        share(second).then().statusCode(200).body("answer.text", equalTo("Đã thay cả cột."));
    }

    @Test
    void an_answer_that_no_leader_released_is_not_shared_where_the_policy_wants_it() {
        answer(first);
        commune.answersNeedRelease("2021-01-08");
        Commune.now("2021-01-08T08:30:00+07:00");
        Commune.Receipt third = commune.receive("Đèn thôn 3 lại tắt.");
        merge(third, first).then().statusCode(200);
        accept(third);

        share(third).then().statusCode(409).body("type", endsWith("release-needed"));
        theCase(third).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void cases_of_others_are_not_there_and_an_officer_sees_those_of_the_own_unit() {
        Commune other = Commune.create();
        Commune.Receipt elsewhere = other.receive();
        merge(second, elsewhere).then().statusCode(404).body("errors.field", contains("intoId"));
        commune.post(commune.asClerk(), second.id(), "merges", "{}").then().statusCode(422);
        commune.post(
                        commune.asOfficer(commune.landUnit()),
                        second.id(),
                        "merges",
                        "{\"intoId\": \"" + first.id() + "\"}")
                .then()
                .statusCode(403);
        merge(second, first).then().statusCode(200);
        commune.assign(first.id());
        merged(commune.asOfficer(commune.landUnit()), first).body("items", empty());
        commune.assign(second.id());
        merged(commune.asOfficer(commune.landUnit()), first)
                .body("items.id", hasItems(second.id().toString()));
    }

    /** The other way round at the same moment: one of both wins, and nobody waits for ever. */
    @Test
    void two_clerks_who_merge_the_same_two_leave_one_leading() {
        for (int round = 0; round < 5; round++) {
            Commune.Receipt one = commune.receive("Đèn thôn 3 tắt.");
            Commune.Receipt another = commune.receive("Đèn thôn 3 hỏng.");
            List<CompletableFuture<Integer>> both = IntStream.range(0, 2)
                    .mapToObj(place -> {
                        Commune.Receipt from = place == 0 ? one : another;
                        Commune.Receipt into = place == 0 ? another : one;
                        return CompletableFuture.supplyAsync(() -> commune.asClerk()
                                .header("If-Match", "\"1\"")
                                .body("{\"intoId\": \"" + into.id() + "\"}")
                                .post("/api/v1/feedback/" + from.id() + "/merges")
                                .statusCode());
                    })
                    .toList();

            List<Integer> statuses =
                    both.stream().map(CompletableFuture::join).sorted().toList();
            assertThat(statuses.get(0)).isEqualTo(200);
            assertThat(statuses.get(1)).isIn(409, 422);
        }
    }

    @Test
    void who_has_not_seen_the_case_as_it_is_merges_nothing() {
        commune.asClerk()
                .header("If-Match", "\"7\"")
                .body("{\"intoId\": \"" + first.id() + "\"}")
                .post("/api/v1/feedback/" + second.id() + "/merges")
                .then()
                .statusCode(412);
        commune.post(
                        commune.asClerk(),
                        second.id(),
                        "merges",
                        "{\"intoId\": \"" + first.id() + "\", \"note\": \"" + "a".repeat(1001) + "\"}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("note"))
                .body("errors[0].message", containsString("1000"));
    }
}
