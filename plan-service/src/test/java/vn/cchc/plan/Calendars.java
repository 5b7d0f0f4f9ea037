package vn.cchc.plan;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestCalendars;
import vn.cchc.platform.testing.TestTokens;

/** Changes of the working calendar, which is one for all tests: each leaves it as it was. */
final class Calendars {

    static final String REVISIONS = "/api/v1/calendar-revisions";

    private Calendars() {}

    static Response propose(Map<String, ?> request) {
        return Commune.as(TestTokens.operator()).body(request).post(REVISIONS);
    }

    static Response decide(String id, String transition, String ifMatch) {
        return Commune.as(TestTokens.operator())
                .header("If-Match", ifMatch)
                .body(Map.of("reason", "Thông báo số 1 của Bộ Nội vụ"))
                .post(REVISIONS + "/" + id + "/" + transition);
    }

    /** The id of one that changes nothing any more. */
    static String withdrawnRevision() {
        String id = propose(Map.of("year", 2029, "reason", "Thử"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        decide(id, "withdrawals", "\"1\"").then().statusCode(200);
        return id;
    }

    /** Only the table that comes with the program is left. */
    static void restore() {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE calendar_revision SET state = 'WITHDRAWN'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        TestCalendars.restore();
    }
}
