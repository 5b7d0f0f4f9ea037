package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/** A commune of a test's own, beneath a district, with two units; plan-service's part is played by its events. */
record Commune(UUID id, UUID district, UUID office, UUID landUnit) {

    static final String CONTENT = "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa.";

    static Commune create() {
        Commune commune = new Commune(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        publishAuthority(commune.district, 1, "Huyện Đông Hưng", null, "[]");
        publishAuthority(commune.id, 1, "UBND xã Tiên Hưng", commune.district, commune.units());
        // Clerks may ask for their statistics whether the authority is known or not, so the door for feedback is asked.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().contentType(ContentType.JSON)
                                .header("Authorization", "Bearer " + TestTokens.superior(commune.district))
                                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-02&authority=" + commune.id)
                                .statusCode()
                        == 200);
        return commune;
    }

    static void publishAuthority(UUID id, int version, String name, UUID parent, String units) {
        TestEvents.publish("cchc.authority", id, "vn.cchc.authority.registered.v1", """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2020-12-24T08:00:00+07:00",
                 "code": "%s", "name": "%s", "level": "COMMUNE", "parentId": %s, "place": "Đông Hưng",
                 "deadlineInclusive": false, "validFrom": "2016-01-01", "validTo": null, "units": %s}""".formatted(
                        id, id, version, id, name, parent == null ? null : '"' + parent.toString() + '"', units));
    }

    String units() {
        return """
                [{"id": "%s", "code": "VP-TK", "name": "Văn phòng – Thống kê", "kind": "UNIT", "validFrom": null, "validTo": null},
                 {"id": "%s", "code": "DC-XD", "name": "Địa chính – Xây dựng", "kind": "UNIT", "validFrom": "2016-01-01", "validTo": null}]""".formatted(office, landUnit);
    }

    /** A handling limit of the commune's own, from 2021-01-01; what is null is any. Others have remembered the limits. */
    void decide(String channel, String urgency, int amount, String unit, String pausedIn) throws SQLException {
        decide(channel, urgency, amount, unit, pausedIn, 0, false);
    }

    /** The same, with how often it may be extended, and whether when its due day has passed. */
    void decide(
            String channel,
            String urgency,
            int amount,
            String unit,
            String pausedIn,
            int extensions,
            boolean extendsWhenOverdue)
            throws SQLException {
        try (var connection = LocalServers.connect();
                var insert = connection.prepareStatement(
                        "INSERT INTO handling_policy VALUES (?, ?, ?, NULL, ?, ?, ?, true, ?, ?, 'Quyết định của xã', '2021-01-01', NULL, NULL, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, id);
            insert.setString(3, channel);
            insert.setString(4, urgency);
            insert.setInt(5, amount);
            insert.setString(6, unit);
            insert.setInt(7, extensions);
            insert.setString(8, pausedIn);
            insert.setBoolean(9, extendsWhenOverdue);
            insert.executeUpdate();
        }
    }

    static void now(String time) {
        given().contentType(ContentType.JSON)
                .body("{\"now\": \"" + time + "\"}")
                .put("/local/training-clock")
                .then()
                .statusCode(200);
    }

    /** Has all reminders decided that are due now, in office hours. */
    static void remind() {
        run("reminder-sweep");
    }

    /** Sets a timer of that kind, which is due at once, and waits until it is done. */
    static void run(String timer) {
        String step = UUID.randomUUID().toString();
        try {
            texts(
                    "INSERT INTO timer (kind, id, step, basis, due_at) VALUES ('" + timer + "', ?, '" + step
                            + "', 'test', '2000-01-01') RETURNING step",
                    new UUID(0, 0));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> !texts(
                        "SELECT step FROM timer WHERE id = ? AND step = '" + step + "' AND done_at IS NOT NULL",
                        new UUID(0, 0))
                .isEmpty());
    }

    /** The first column of what a statement with one parameter gives. */
    static List<String> texts(String sql, UUID parameter) throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            List<String> texts = new ArrayList<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        }
    }

    RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }

    RequestSpecification asClerk() {
        return as(TestTokens.clerk(id));
    }

    RequestSpecification asLeader() {
        return as(TestTokens.leader(id));
    }

    RequestSpecification asAdmin() {
        return as(TestTokens.admin(id));
    }

    /** A policy of the commune's own for what comes by phone: working days, which may be extended. */
    String policy(int days, String validFrom, String more) {
        return """
                {"authorityId": "%s", "channel": "PHONE",
                 "limit": {"amount": %d, "unit": "WORKING_DAY", "maxExtensions": 1, "longestExtension": 3,
                           "pausedIn": ["SUPPLEMENT_REQUESTED"], "legalBasis": "Quyết định số 12/QĐ-UBND, Điều 3"},
                 "validFrom": "%s", %s "reason": "Quyết định số 12/QĐ-UBND ngày 04/01/2021."}""".formatted(id, days, validFrom, more);
    }

    /** Has the leader release the answers of what arrives from that day on, a later one than today. */
    void answersNeedRelease(String validFrom) {
        asAdmin()
                .body("""
                        {"authorityId": "%s", "limit": {"amount": 10, "unit": "CALENDAR_DAY", "maxExtensions": 1,
                            "legalBasis": "Quy chế làm việc của xã, Điều 7"},
                         "answersNeedRelease": true, "validFrom": "%s", "reason": "Quy chế làm việc mới."}""".formatted(id, validFrom))
                .post("/api/v1/handling-policies")
                .then()
                .statusCode(201);
    }

    /** Office hours of the commune's own, without end. */
    String officeHours(String validFrom) {
        return """
                {"authorityId": "%s", "opensAt": "08:00", "lunchFrom": "12:00", "lunchTo": "13:00", "closesAt": "17:00",
                 "validFrom": "%s", "legalBasis": "Quyết định số 05/2021/QĐ-UBND của UBND tỉnh",
                 "reason": "Giờ làm việc mới của tỉnh."}""".formatted(id, validFrom);
    }

    /** A functional mailbox of the land unit. */
    String mailbox(String validFrom) {
        return """
                {"authorityId": "%s", "unitId": "%s", "recipient": "OFFICER_UNIT", "address": "diachinh@tienhung.example.vn",
                 "validFrom": "%s", "reason": "Thông báo số 5/TB-UBND."}""".formatted(id, landUnit, validFrom);
    }

    RequestSpecification asOfficer(UUID unit) {
        return as(TestTokens.officer(id, unit));
    }

    static RequestSpecification asCitizen() {
        return given().contentType(ContentType.JSON);
    }

    /** What a citizen sends. */
    String form(String content) {
        return """
                {"authorityId": "%s", "content": "%s",
                 "sender": {"name": "Nguyễn Văn An", "address": "Thôn 3, xã Tiên Hưng", "phone": "0912 345 678"}}""".formatted(id, content);
    }

    /** A feedback that a citizen has just sent. */
    Receipt receive() {
        return receive(CONTENT);
    }

    Receipt receive(String content) {
        return Receipt.of(asCitizen().body(form(content)).post("/api/v1/feedback"));
    }

    /** A feedback that a clerk enters, as it arrived some time ago. */
    Receipt enter(String channel, String receivedAt) {
        return Receipt.of(
                asClerk().body("""
                        {"channel": "%s", "content": "%s", "receivedAt": "%s",
                         "sender": {"name": "Trần Thị Bình", "address": "Thôn 1", "phone": "0987654321"}}""".formatted(channel, CONTENT, receivedAt)).post("/api/v1/feedback"));
    }

    /** What its state allows, but for the steps that need a draft: {@link AnswerDraftTest} and {@link ApologyTest} make those. */
    List<String> allowed(UUID feedback) {
        List<String> allowed = asClerk().get("/api/v1/feedback/" + feedback).path("allowed");
        return allowed.stream()
                .filter(resource -> !resource.startsWith("answer-")
                        && !resource.startsWith("apology-")
                        && !resource.equals("merges"))
                .toList();
    }

    /** Posts to a sub-resource with the version that is current. */
    Response post(RequestSpecification by, UUID feedback, String resource, String body) {
        String etag = asLeader().get("/api/v1/feedback/" + feedback).header("ETag");
        return by.header("If-Match", etag).body(body).post("/api/v1/feedback/" + feedback + "/" + resource);
    }

    /** A body that the transition takes, where a clerk makes it. */
    String body(Transition transition) {
        return switch (transition) {
            case RECEIVE -> form(CONTENT);
            case REQUEST_SUPPLEMENT -> "{\"text\": \"Cho biết địa chỉ.\"}";
            case SUPPLEMENT -> "{\"content\": \"Thôn 3.\"}";
            case ACCEPT -> "{\"classification\": \"REGULATION_OWN\"}";
            case REFUSE -> "{\"reason\": \"COMPLAINT\", \"text\": \"Khiếu nại.\"}";
            case REFER -> "{\"authorityName\": \"Công an huyện\", \"reason\": \"Thẩm quyền.\"}";
            case ASSIGN -> "{\"unitId\": \"" + office + "\"}";
            case MERGE -> "{\"intoId\": \"" + id + "\"}";
            case REQUEST_EXTENSION -> "{\"amount\": 1, \"reason\": \"Chờ vật tư.\"}";
            case EXTEND -> "{}";
            case REFUSE_EXTENSION -> "{\"reason\": \"Đủ thời gian.\"}";
            case RELEASE_APOLOGY -> "{\"letterVersion\": 1, \"documentNumber\": \"17/UBND-VP\"}";
            case SUBMIT_ANSWER -> "{\"draftVersion\": 1}";
            case RETURN_ANSWER -> "{\"reason\": \"Nêu rõ ngày sửa.\"}";
            case ANSWER -> "{\"text\": \"Đã sửa xong.\"}";
            case REOPEN -> "{\"reason\": \"Đèn lại tắt.\"}";
            case RELEASE_ANSWER -> "{\"draftVersion\": 1}";
            case SEPARATE, SHARE_ANSWER, RECALL_ANSWER, CLOSE, WITHDRAW -> "{}";
            case RECOUNT -> throw new IllegalArgumentException("The service alone recounts");
        };
    }

    /** Takes a feedback as far as an assignment to the land unit. */
    void assign(UUID feedback) {
        post(asClerk(), feedback, "acceptances", "{\"classification\": \"REGULATION_OWN\"}")
                .then()
                .statusCode(200);
        post(asLeader(), feedback, "assignments", "{\"unitId\": \"" + landUnit + "\", \"person\": \"Lê Văn Cường\"}")
                .then()
                .statusCode(200);
    }

    /** What the sender took home. */
    record Receipt(UUID id, String code, String secret, int number, String dueOn) {

        static Receipt of(Response response) {
            response.then().statusCode(201);
            return new Receipt(
                    UUID.fromString(response.path("id")),
                    response.path("trackingCode"),
                    response.path("trackingSecret"),
                    response.path("number"),
                    response.path("dueOn"));
        }

        Response track() {
            return asCitizen().header("Tracking-Secret", secret).get("/api/v1/tracking/" + code);
        }

        Response post(String resource, String body) {
            return asCitizen()
                    .header("Tracking-Secret", secret)
                    .body(body)
                    .post("/api/v1/tracking/" + code + "/" + resource);
        }
    }
}
