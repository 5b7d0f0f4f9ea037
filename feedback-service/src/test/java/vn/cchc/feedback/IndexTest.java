package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Nation;
import vn.cchc.platform.testing.QueryPlan;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.TestTokens;

/**
 * That lists stay fast as they grow: the statements really issued are explained over 100,000 feedback of 100 authorities.
 * Bounds are on pages of the database that are touched, which are the same on every machine.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class IndexTest {

    private static final int AUTHORITIES = 100;
    private static final int EACH = 1000;

    private static final String FEEDBACK = """
            INSERT INTO feedback (id, version, authority_id, register_year, register_number, tracking_code, channel, kind, urgency,
                state, content, content_folded, excerpt, received_at, received_on, entered_at, due_on, policy_id, limit_amount,
                limit_unit, limit_rolls_forward, limit_max_extensions, limit_paused_in, limit_legal_basis, paused_days,
                refusal_reason, classification, ended_on, changed_at, due_at, state_spans)
            SELECT gen_random_uuid(), 1, ('00000000-0000-4000-9000-' || lpad((n %% %1$d)::text, 12, '0'))::uuid, 2020,
                n / %1$d + 1, '9' || lpad(n::text, 12, '0'), 'ONLINE', 'REFLECTION', 'NORMAL',
                CASE WHEN n %% 20 < 19 THEN 'REFUSED' ELSE 'RECEIVED' END,
                text, text, left(text, 120), at, at::date, at, at::date + 10, gen_random_uuid(), 10,
                'CALENDAR_DAY', true, 1, '', '', 0,
                CASE WHEN n %% 20 < 19 THEN 'COMPLAINT' END, CASE WHEN n %% 20 < 19 THEN 'NOT_ACCEPTABLE' END,
                CASE WHEN n %% 20 < 19 THEN at::date + 5 END, at,
                (at::date + 11)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh',
                'RECEIVED ' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            FROM (SELECT n, timestamptz '2019-01-01 00:00:00Z' + n * interval '5 minutes' AS at,
                    'phan anh so ' || n || ' ve '
                        || (ARRAY['den duong', 'rac thai', 'tieng on', 'thu tuc dat dai', 'giay khai sinh'])[n %% 5 + 1]
                        || ' tai ' || md5(n::text) || CASE WHEN n %% 10000 = 7 THEN ' gan cau treo bi sap' ELSE '' END AS text
                FROM generate_series(0, %2$d) n) one""".formatted(AUTHORITIES, AUTHORITIES * EACH - 1);

    private static final String SENDERS = """
            INSERT INTO feedback_sender (feedback_id, authority_id, name, phone, folded)
            SELECT id, authority_id, 'Nguyễn Văn ' || n, phone, 'nguyen van ' || md5(n::text) || ' | ' || phone
            FROM (SELECT id, authority_id, n, '+849' || lpad((n * 7919077::bigint % 100000000)::text, 8, '0') AS phone
                FROM (SELECT id, authority_id, substr(tracking_code, 2)::bigint AS n FROM feedback
                    WHERE authority_id::text LIKE '00000000-0000-4000-9000-%') numbered) one""";

    /** Of one authority one in ten has moved, and the next one may move. */
    private static final String MARKS = """
            UPDATE feedback SET due_moved_from = CASE WHEN register_number % 10 = 1 THEN due_on - 1 END,
                due_provisional = register_number % 10 = 2
            WHERE authority_id = '00000000-0000-4000-9000-000000000007' AND register_number % 10 IN (1, 2)""";

    private final UUID authority = authority(7);

    private static UUID authority(int number) {
        return UUID.fromString("00000000-0000-4000-9000-%012d".formatted(number));
    }

    @BeforeAll
    static void fill() throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement();
                var filled = statement.executeQuery(
                        "SELECT count(*) FROM feedback WHERE authority_id = '" + authority(7) + "'")) {
            filled.next();
            if (filled.getInt(1) == 0) {
                // Built over all rows at once they take half the time that they take row by row.
                List<String> trigrams = Nation.dropIndexes("%gin_trgm_ops%", "feedback", "feedback_sender");
                statement.execute(FEEDBACK);
                statement.execute(SENDERS);
                giveRealCodes(connection);
                statement.execute(MARKS);
                Nation.createIndexes(trigrams);
                statement.execute("VACUUM ANALYZE feedback");
                statement.execute("VACUUM ANALYZE feedback_sender");
            }
        }
    }

    /** For the one authority whose feedback is read over HTTP. */
    private static void giveRealCodes(Connection connection) throws SQLException {
        SecureRandom random = new SecureRandom();
        try (var update = connection.prepareStatement(
                "UPDATE feedback SET tracking_code = ? WHERE authority_id = ? AND register_number = ?")) {
            for (int number = 1; number <= EACH; number++) {
                update.setString(1, TrackingCode.random(random).digits());
                update.setObject(2, authority(7));
                update.setInt(3, number);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static io.restassured.specification.RequestSpecification asClerk(UUID authority) {
        return Commune.asCitizen().header("Authorization", "Bearer " + TestTokens.clerk(authority));
    }

    /** The plan of the one statement that was issued, with these parameters. */
    private QueryPlan explain(Object... parameters) throws SQLException {
        List<String> issued = StatementLog.all();
        assertThat(issued).hasSize(1);
        return QueryPlan.of(issued.get(0), parameters);
    }

    @Test
    void aPageFarDownIsReadFromItsIndexAlone() throws Exception {
        String cursor = asClerk(authority).get("/api/v1/feedback?limit=200").path("next");
        for (int i = 0; i < 3; i++) {
            cursor = asClerk(authority)
                    .get("/api/v1/feedback?limit=200&cursor=" + cursor)
                    .path("next");
        }
        StatementLog.forget();
        asClerk(authority)
                .get("/api/v1/feedback?limit=50&cursor=" + cursor)
                .then()
                .statusCode(200);

        QueryPlan plan = explain(
                authority,
                OffsetDateTime.parse("2019-03-01T00:00:00Z"),
                UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                51);

        assertThat(plan.json())
                .contains("\"Index Only Scan\"", "ix_feedback_authority_id_received_at")
                .doesNotContain("\"Sort\"", "\"Seq Scan\"");
        assertThat(plan.buffers()).isLessThanOrEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource({"moved, ix_feedback_moved", "provisional, ix_feedback_provisional"})
    void aPageOfWhatHasMovedOrMayMoveIsReadFromItsOwnIndexAlone(String filter, String index) throws Exception {
        String list = "/api/v1/feedback?limit=50&" + filter + "=true";
        String cursor = asClerk(authority).get(list).path("next");
        StatementLog.forget();
        asClerk(authority)
                .get(list + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.equalTo(50))
                .body("next", org.hamcrest.Matchers.nullValue());

        QueryPlan plan = explain(
                authority,
                OffsetDateTime.parse("2019-07-01T00:00:00Z"),
                UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                51);

        assertThat(plan.json())
                .contains("\"Index Only Scan\"", "\"" + index + "\"")
                .doesNotContain("\"Sort\"", "\"Seq Scan\"", "Rows Removed by Filter");
        assertThat(plan.buffers()).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "extensionRequested, ix_feedback_extension_requested",
        "awaitingReply, ix_feedback_reply_awaited",
        "releaseAwaited, ix_feedback_release_awaited",
    })
    void whatWaitsForTheOfficeIsReadFromItsOwnIndex(String filter, String index) throws Exception {
        StatementLog.forget();
        asClerk(authority)
                .get("/api/v1/feedback?" + filter + "=true")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.equalTo(0));

        QueryPlan plan = explain(authority, 51);

        assertThat(plan.json()).contains("\"" + index + "\"").doesNotContain("\"Sort\"", "\"Seq Scan\"");
        assertThat(plan.buffers()).isLessThanOrEqualTo(8);
    }

    @Test
    void aRareWordIsFoundThroughItsIndex() throws Exception {
        StatementLog.forget();
        asClerk(authority)
                .get("/api/v1/feedback?q=cau treo bi sap")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.equalTo(10));

        QueryPlan plan = explain(authority, "%cau treo bi sap%", 51);

        assertThat(plan.json()).contains("ix_feedback_content_folded").doesNotContain("\"Seq Scan\"");
        assertThat(plan.buffers()).isLessThanOrEqualTo(250);
    }

    @Test
    void aCommonWordCostsNoMoreThanTheAuthorityHas() throws Exception {
        StatementLog.forget();
        asClerk(authority).get("/api/v1/feedback?q=tai").then().statusCode(200);

        QueryPlan plan = explain(authority, "%tai%", 51);

        assertThat(plan.json()).doesNotContain("\"Seq Scan\"");
        assertThat(plan.buffers()).isLessThanOrEqualTo(EACH + 200);
    }

    @Test
    void aSenderIsFoundThroughItsIndex() throws Exception {
        // The feedback numbered 50,107 over all: one of the authority's.
        String phone = "+849%08d".formatted(50_107L * 7_919_077L % 100_000_000L);
        StatementLog.forget();
        asClerk(authority)
                .body("{\"phone\": \"" + phone + "\"}")
                .post("/api/v1/feedback/searches")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.equalTo(1));

        QueryPlan plan = explain(authority, "%" + phone + "%", "%" + phone + "%", 51);

        assertThat(plan.json()).contains("ix_feedback_sender_folded").doesNotContain("\"Seq Scan\"");
        // The trigrams' own pages; a walk over the authority's rows would touch over a thousand.
        assertThat(plan.buffers()).isLessThanOrEqualTo(250);
    }

    @Test
    void figuresOfAQuarterAreReadFromOneIndexAlone() throws Exception {
        StatementLog.forget();
        asClerk(authority)
                .get("/api/v1/statistics?from=2019-01-01&to=2019-03-31")
                .then()
                .statusCode(200);

        QueryPlan plan = explainFigures(authority);

        assertThat(plan.json()).contains("\"Index Only Scan\"", "ix_feedback_authority_id_received_at");
        assertThat(plan.buffers()).isLessThanOrEqualTo(120);
    }

    @Test
    void figuresOfAPastQuarterAskTheJournalOnlyAboutWhatWasChangedSince() throws Exception {
        UUID changed = authority(8);
        changeSome(changed, 20);
        StatementLog.forget();
        asClerk(changed)
                .get("/api/v1/statistics?from=2019-01-01&to=2019-03-31")
                .then()
                .statusCode(200)
                .body("total.received", org.hamcrest.Matchers.equalTo(259))
                .body("total.withdrawn", org.hamcrest.Matchers.equalTo(20));

        QueryPlan plan = explainFigures(changed);

        assertThat(plan.json())
                .contains("\"Index Only Scan\"", "ix_feedback_authority_id_received_at", "pk_journal")
                .doesNotContain("\"Seq Scan\"");
        // Five rows of history for each of the twenty, which lie wherever they were written.
        assertThat(plan.buffers()).isLessThanOrEqualTo(120 + 20 * 10);
    }

    /** The statement's parameters in the order in which it has them. */
    private QueryPlan explainFigures(UUID of) throws SQLException {
        OffsetDateTime from = OffsetDateTime.parse("2018-12-31T17:00:00Z");
        OffsetDateTime end = OffsetDateTime.parse("2019-03-31T17:00:00Z");
        return explain(of, end, end, end, end, end, of, from, end, OffsetDateTime.parse("9999-12-31T00:00:00Z"), end);
    }

    /**
     * Of some that arrived in the first quarter: a history that told of a withdrawal then, and a change in the next year. Others
     * have a history too, of 50,000 changes in all: one that is read whole is seen in the pages touched.
     */
    private static void changeSome(UUID of, int some) throws SQLException {
        try (var connection = LocalServers.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
                    SELECT 'feedback', id, 1, n, 'vn.cchc.feedback.withdrawn.v1', at, at, authority_id,
                        json_build_object('state', CASE WHEN n < 5 THEN 'WITHDRAWN' ELSE 'RECEIVED' END, 'dueOn', due_on)
                    FROM feedback CROSS JOIN LATERAL (
                        SELECT n, CASE WHEN n < 5 THEN received_at ELSE timestamptz '2020-06-01 00:00:00Z' END AS at
                        FROM generate_series(1, 5) n) step
                    WHERE authority_id::text LIKE '00000000-0000-4000-9000-00000000000%%'
                    ON CONFLICT DO NOTHING""".replace("%%", "%"));
            statement.execute("UPDATE feedback SET changed_at = '2020-06-01 00:00:00Z' WHERE authority_id = '" + of
                    + "' AND register_number <= " + some);
            statement.execute("VACUUM ANALYZE feedback");
            statement.execute("VACUUM ANALYZE journal");
        }
    }
}
