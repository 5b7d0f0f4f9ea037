package vn.cchc.platform.testing.restored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.SampleLosses;
import vn.cchc.platform.testing.sample.SampleProjection;
import vn.cchc.platform.testing.sample.Samples;

/**
 * The database is restored from a backup while the service runs: noticed, told, decided on, left behind. In a package of its own, so
 * that its profile comes behind all others: there is no way back from a second epoch.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
@TestProfile(RestoreTest.BehindAllOthers.class)
class RestoreTest {

    private static final int MANY = 1_200;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What a restore sets back. What was heard goes back too; here it stays, as the consumer could be another service. */
    private static final String[] TABLES = {"journal", "journal_outbox", "time_line", "sample"};

    @Inject
    Samples samples;

    public static final class BehindAllOthers implements QuarkusTestProfile {}

    private static void run(String... statements) {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String value(String query) {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void backUp() {
        run("DROP SCHEMA IF EXISTS backup CASCADE", "CREATE SCHEMA backup");
        for (String table : TABLES) {
            run("CREATE TABLE backup." + table + " AS TABLE public." + table);
        }
    }

    /** The connections are lost with the old database: a relay takes over anew. */
    private static void restore() {
        run("TRUNCATE " + String.join(", ", TABLES));
        for (String table : TABLES) {
            run("INSERT INTO public." + table + " OVERRIDING SYSTEM VALUE TABLE backup." + table);
        }
        run(
                "SELECT setval(pg_get_serial_sequence('journal', 'position'), (SELECT max(position) FROM journal))",
                "UPDATE lease SET owner = gen_random_uuid(), expires_at = now()");
    }

    private static RequestSpecification operator() {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    private static String heard(UUID id) {
        return value(
                "SELECT coalesce(string_agg(epoch || '.' || sequence, ' ' ORDER BY epoch, sequence), '') FROM heard"
                        + " WHERE id = '" + id + "'");
    }

    private static void awaitHeard(UUID id, String places) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(id)).isEqualTo(places));
    }

    @Test
    void what_a_backup_lacks_is_noticed_told_and_left_behind() {
        run("DELETE FROM heard_epoch WHERE topic = 'cchc.sample'");
        UUID kept = samples.create("kept");
        UUID setBack = samples.create("first");
        awaitHeard(setBack, "1.1");
        backUp();
        samples.rename(setBack, "second");
        UUID lost = samples.create("lost");
        awaitHeard(setBack, "1.1 1.2");
        awaitHeard(lost, "1.1");

        restore();

        await().atMost(PATIENCE).untilAsserted(() -> operator()
                .get("/api/v1/time-line")
                .then()
                .statusCode(200)
                .body("epoch", equalTo(1))
                .body("loss.changes", equalTo(2))
                .body("loss.aggregates", equalTo(2)));
        operator()
                .get("/api/v1/time-line/losses")
                .then()
                .body("items.id", containsInAnyOrder(setBack.toString(), lost.toString()))
                .body("items.type.unique()", hasItem("vn.cchc.sample.written.v1"));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"refused\"}")
                .post("/api/v1/samples")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("60"))
                .body("type", equalTo("urn:cchc:problem:history-lost"));
        operator()
                .body("{\"reason\": \"  \"}")
                .post("/api/v1/time-line/epochs")
                .then()
                .statusCode(422);

        // So many that neither what is lost nor what is void is gone through at once.
        run(
                "INSERT INTO lost_change SELECT 'other', md5(n::text)::uuid, 1, 1, 0, 'vn.cchc.other.written.v1', now(),"
                        + " gen_random_uuid(), '{}' FROM generate_series(1, " + MANY + ") n",
                "INSERT INTO heard (kind, id, epoch, sequence, type, occurred_at, recorded_at, heard_at, authority_id, state,"
                        + " position) SELECT 'sample', md5(n::text)::uuid, 1, 1, 'vn.cchc.sample.written.v1', now(), now(),"
                        + " now(), gen_random_uuid(), '{}', 1000000000 + n FROM generate_series(1, " + MANY + ") n");
        SampleLosses.failAtPart = 2;
        SampleProjection.failAtVoidedPart(2);

        for (String replayed : Arrays.asList(null, "true")) {
            operator()
                    .header("Idempotency-Key", "raise-2")
                    .body("{\"reason\": \"Restored from the backup of the night\"}")
                    .post("/api/v1/time-line/epochs")
                    .then()
                    .statusCode(202)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("raising.reason", equalTo("Restored from the backup of the night"))
                    .body("raising.orderedBy", notNullValue());
        }
        await().atMost(PATIENCE).untilAsserted(() -> operator()
                .get("/api/v1/time-line")
                .then()
                .body("epoch", equalTo(1))
                .body("raising.lastError", containsString("a mistake in the handler")));
        Response ordered = operator().body("{\"reason\": \"once more\"}").post("/api/v1/time-line/epochs");
        OpenApiContract.assertDocumented("raiseEpoch", ordered);
        ordered.then().statusCode(409).body("type", equalTo("urn:cchc:problem:epoch-ordered"));
        SampleLosses.failAtPart = 0;
        await().atMost(PATIENCE).untilAsserted(() -> operator()
                .get("/api/v1/time-line")
                .then()
                .statusCode(200)
                .body("epoch", equalTo(2))
                .body("lostSince", nullValue())
                .body("raising", nullValue())
                .body("epochs[0].aggregates", equalTo(2 + MANY)));
        assertThat(SampleLosses.SEEN).hasSize(2 + MANY);
        operator()
                .get("/api/v1/time-line")
                .then()
                .body("epochs[0].reason", equalTo("Restored from the backup of the night"));
        operator()
                .body("{\"reason\": \"again\"}")
                .post("/api/v1/time-line/epochs")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:nothing-lost"));

        // Of what was heard some is taken back, and nothing more is heard before all is.
        await().atMost(PATIENCE)
                .until(() -> "f".equals(value("SELECT begun FROM heard_epoch WHERE topic = 'cchc.sample'")));
        samples.rename(kept, "meanwhile");
        await().atMost(PATIENCE).until(() -> SampleProjection.VOIDED.size() > 0);
        assertThat(SampleProjection.VOIDED).hasSizeLessThan(MANY);
        assertThat(heard(kept)).isEqualTo("1.1");
        SampleProjection.mend();
        awaitHeard(kept, "1.1 2.1");
        assertThat(value("SELECT count(*) FROM heard WHERE kind = 'sample' AND epoch = 1 AND position > 1000000000"))
                .isEqualTo("0");
        // Other tests of the module may have told of something behind that position.
        assertThat(SampleProjection.VOIDED)
                .contains(lost, setBack)
                .hasSizeGreaterThanOrEqualTo(2 + MANY)
                .doesNotHaveDuplicates();
        awaitHeard(lost, "");
        awaitHeard(setBack, "1.1");
        samples.rename(setBack, "third");
        samples.rename(kept, "still kept");
        awaitHeard(setBack, "1.1 2.1");
        awaitHeard(kept, "1.1 2.1 2.2");
        operator().get("/api/v1/time-line/losses").then().body("items", empty());
        operator()
                .get("/api/v1/time-line/losses?epoch=2&limit=200")
                .then()
                .body(
                        "items.findAll { it.kind == 'sample' }.id",
                        containsInAnyOrder(setBack.toString(), lost.toString()));
        // Noticed once: a relay that takes over later finds nothing lost.
        run("UPDATE lease SET owner = gen_random_uuid(), expires_at = now()");
        UUID after = samples.create("after");
        awaitHeard(after, "2.1");
        for (String service : new String[] {"plan-service", "feedback-service", "reporting-service"}) {
            EventContracts contracts =
                    EventContracts.in(java.nio.file.Path.of("..", "..", service, "contracts", "events"));
            assertThat(TestEvents.read("cchc.sample").stream()
                            .filter(event -> "vn.cchc.epoch.raised.v1".equals(event.type()))
                            .filter(event -> event.data().contains("sample-service")))
                    // Each relay that becomes active tells it again: the same, on each partition.
                    .allSatisfy(contracts::assertFits)
                    .extracting(
                            event -> event.partition() + " " + event.headers().get("ce_id"))
                    .satisfies(told -> assertThat(Set.copyOf(told)).hasSize(3));
        }
        run("DROP SCHEMA backup CASCADE");

        goOnWhereNothingTellsOfTheLoss(kept);
    }

    /**
     * The topics are gone with the database: what others have heard of the lost time is void all the same, and what has been recorded
     * since the start is told anew.
     */
    private void goOnWhereNothingTellsOfTheLoss(UUID kept) {
        String restoredTo = value("SELECT max(position) FROM journal");
        samples.rename(kept, "since the start");
        awaitHeard(kept, "1.1 2.1 2.2 2.3");
        UUID unknown = UUID.randomUUID();
        run(
                "INSERT INTO heard (kind, id, epoch, sequence, type, occurred_at, recorded_at, heard_at, authority_id, state,"
                        + " position) VALUES ('sample', '" + unknown
                        + "', 2, 1, 'vn.cchc.sample.written.v1', now(), now(), now(),"
                        + " gen_random_uuid(), '{}', " + restoredTo + " + 1)");
        operator()
                .body("{\"reason\": \"The broker is lost too\", \"unnoticed\": {\"after\": " + restoredTo
                        + ", \"knownEpoch\": 6}}")
                .post("/api/v1/time-line/epochs")
                .then()
                .statusCode(202)
                .body("raising.reason", equalTo("The broker is lost too"));
        await().atMost(PATIENCE).untilAsserted(() -> operator()
                .get("/api/v1/time-line")
                .then()
                .body("epoch", equalTo(7))
                .body("lostSince", nullValue()));
        awaitHeard(unknown, "");
        awaitHeard(kept, "1.1 2.1 2.2 7.1");
        samples.rename(kept, "in the seventh epoch");
        awaitHeard(kept, "1.1 2.1 2.2 7.1 7.2");
    }
}
