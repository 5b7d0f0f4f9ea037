package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** What was done to one feedback, as a clerk reads it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ChangesTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private String pathOf(Commune.Receipt receipt) {
        return "/api/v1/feedback/" + receipt.id() + "/changes";
    }

    @Test
    void eachChangeSaysWhoWhenWhyFromWhichStateIntoWhich() {
        var receipt = commune.receive();
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Cột nào?\"}");
        Commune.now("2021-01-06T09:00:00+07:00");
        receipt.post("supplements", "{\"content\": \"Cột số 3.\"}").then().statusCode(200);
        Commune.now("2021-01-07T10:00:00+07:00");
        commune.post(
                commune.asClerk(),
                receipt.id(),
                "refusals",
                "{\"reason\": \"ALREADY_ANSWERED\", \"text\": \"Đã trả lời tháng trước.\"}");

        commune.asClerk()
                .get(pathOf(receipt))
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .body("items.what", contains("received", "supplement-requested", "supplemented", "refused"))
                .body("items.sequence", contains(1, 2, 3, 4))
                .body("items.from", contains(null, "RECEIVED", "SUPPLEMENT_REQUESTED", "RECEIVED"))
                .body("items.to", contains("RECEIVED", "SUPPLEMENT_REQUESTED", "RECEIVED", "REFUSED"))
                .body("items[0].actor", nullValue())
                .body("items[1].actor", equalTo("Thử nghiệm clerk"))
                .body("items[1].reason", equalTo("Cột nào?"))
                .body("items[2].actor", nullValue())
                .body("items[2].reason", nullValue())
                .body("items[2].note", equalTo("Cột số 3."))
                .body("items[3].reason", equalTo("Đã trả lời tháng trước."))
                .body("items[3].at", startsWith("2021-01-07T10:0"))
                .body("items[3].recordedAt", startsWith("2021-01-07T10:0"))
                .body("items.reconstructed", everyItem(equalTo(false)));
    }

    @Test
    void whySomethingIsTakenBackIsToldAndTheWordsOfTheSenderStandWhereTheyCanBeErased() throws SQLException {
        var bySender = commune.receive();
        bySender.post("withdrawals", "{\"reason\": \"Đã hòa giải với ông Nam.\"}")
                .then()
                .statusCode(200);
        var byStaff = commune.receive();
        commune.post(commune.asClerk(), byStaff.id(), "withdrawals", "{\"reason\": \"Người gửi gọi điện xin rút.\"}");

        commune.asClerk()
                .get(pathOf(bySender))
                .then()
                .body("items[1].what", equalTo("withdrawn"))
                .body("items[1].actor", nullValue())
                .body("items[1].reason", equalTo("Đã hòa giải với ông Nam."));
        commune.asClerk().get(pathOf(byStaff)).then().body("items[1].reason", equalTo("Người gửi gọi điện xin rút."));
        assertThat(kept(bySender)).containsExactly(null, "Đã hòa giải với ông Nam.");
        assertThat(kept(byStaff)).containsExactly("Người gửi gọi điện xin rút.", null);
    }

    /** Of the withdrawal: the journal's reason, and the one in what can be erased. */
    private static List<String> kept(Commune.Receipt receipt) throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.prepareStatement(
                        "SELECT reason, detail ->> 'reason' FROM journal WHERE id = ? AND sequence = 2")) {
            statement.setObject(1, receipt.id());
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return java.util.Arrays.asList(row.getString(1), row.getString(2));
            }
        }
    }

    @Test
    void whatWasToldOfAChangeBeforeIsToldStill() {
        var receipt = commune.receive();
        commune.assign(receipt.id());

        commune.asLeader()
                .get(pathOf(receipt))
                .then()
                .body("items.version", contains(1, 2, 3))
                .body("items.transition", contains("RECEIVE", "ACCEPT", "ASSIGN"))
                .body("items.state", contains("RECEIVED", "ACCEPTED", "ASSIGNED"))
                .body("items.at", everyItem(notNullValue()))
                .body("items[1].by", equalTo("Thử nghiệm clerk"))
                .body("items[1].unitId", nullValue())
                .body("items[2].unitId", equalTo(commune.landUnit().toString()))
                .body("items[2].person", equalTo("Lê Văn Cường"));
    }

    @Test
    void aLongHistoryComesInPagesThatLoseAndRepeatNothing() {
        var receipt = commune.receive();
        for (int i = 0; i < 3; i++) {
            commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Lần " + i + "\"}");
            receipt.post("supplements", "{\"content\": \"Bổ sung.\"}").then().statusCode(200);
        }

        List<Integer> versions = new ArrayList<>();
        String cursor = null;
        do {
            var asked = commune.asClerk().queryParam("limit", 3);
            var page = (cursor == null ? asked : asked.queryParam("cursor", cursor)).get(pathOf(receipt));
            page.then().statusCode(200);
            versions.addAll(page.path("items.version"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(versions).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aCursorHoldsForItsOwnFeedbackOnly() {
        var one = commune.receive();
        commune.assign(one.id());
        var other = commune.receive();
        String cursor = commune.asClerk().get(pathOf(one) + "?limit=1").path("next");

        commune.asClerk()
                .get(pathOf(other) + "?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:cchc:problem:malformed-cursor"));
    }

    @Test
    void whoDoesNotSeeTheFeedbackDoesNotSeeItsChanges() {
        var receipt = commune.receive();
        commune.assign(receipt.id());

        commune.asOfficer(commune.landUnit()).get(pathOf(receipt)).then().statusCode(200);
        commune.asOfficer(commune.office()).get(pathOf(receipt)).then().statusCode(404);
        Commune.create().asLeader().get(pathOf(receipt)).then().statusCode(404);
        Commune.asCitizen().get(pathOf(receipt)).then().statusCode(401);
    }

    @Test
    void anIntakeAndATransitionWriteTheJournal() throws SQLException {
        var receipt = commune.receive();
        commune.assign(receipt.id());

        assertThat(count("SELECT count(*) FROM journal WHERE kind = 'feedback' AND id = '" + receipt.id() + "'"))
                .isEqualTo(3);
    }

    @Test
    void theStateInTheJournalNamesNobody() throws SQLException {
        var receipt = commune.receive();
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ông An ở đâu?\"}");
        receipt.post("supplements", "{\"content\": \"Thôn 3.\", \"sender\": {\"address\": \"Xóm 4\"}}");
        commune.assign(receipt.id());

        for (String secret : List.of("Nguyễn Văn An", "ông an", "thôn 3", "xóm 4", "912345678", "lê văn cường")) {
            assertThat(count("SELECT count(*) FROM journal WHERE id = '" + receipt.id()
                            + "' AND lower(state::text) LIKE '%" + secret.toLowerCase(java.util.Locale.ROOT) + "%'"))
                    .as(secret)
                    .isZero();
        }
        assertThat(count("SELECT count(*) FROM journal WHERE id = '" + receipt.id()
                        + "' AND detail::text LIKE '%Thôn 3%'"))
                .isEqualTo(1);
    }

    private static long count(String sql) throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
