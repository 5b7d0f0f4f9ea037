package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.LocalServers.Server;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestEvents;

/** While the own database is away, a consumer waits: nothing is dead-lettered, nothing is lost. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class DatabaseOutageTest {

    @Test
    void events_heard_while_the_database_is_stopped_are_applied_when_it_is_back() {
        List<UUID> ids = ids();
        Server.POSTGRES.stop();
        try {
            publish(ids, 1);
            awaitOutage();
            // Its callers are told to come again, in words.
            RestAssured.given()
                    .contentType(ContentType.JSON)
                    .body("{\"name\": \"x\"}")
                    .post("/api/v1/samples")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:cchc:problem:unavailable"));
        } finally {
            Server.POSTGRES.start();
        }

        assertApplied(ids, 1);
        assertNoneIsDead(ids);
    }

    @Test
    void events_heard_around_a_crash_of_the_database_are_applied() {
        List<UUID> ids = ids();
        publish(ids, 1);
        Server.POSTGRES.kill();
        try {
            publish(ids, 2);
            awaitOutage();
        } finally {
            Server.POSTGRES.start();
        }
        publish(ids, 3);

        assertApplied(ids, 3);
        assertNoneIsDead(ids);
    }

    @Test
    void events_heard_while_connections_are_cut_are_applied() {
        List<UUID> ids = ids();
        for (int version = 1; version <= 20; version++) {
            publish(ids, version);
            Database.value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }

        assertApplied(ids, 20);
        assertNoneIsDead(ids);
    }

    /** The next test finds a replica that takes requests: its probe has noticed that it was cut off, and is connected again. */
    @AfterEach
    void await_the_end_of_the_outage() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(Database.count("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '% probe'"))
                    .isPositive();
            Management.get("/q/health/ready").then().statusCode(200);
        });
    }

    private static List<UUID> ids() {
        return Stream.generate(Ids::next).limit(30).toList();
    }

    private static void publish(List<UUID> ids, int version) {
        TestEvents.publish(
                SampleEvents.TOPIC,
                ids.stream().map(id -> SampleEvents.former(id, version)).toList());
    }

    /** Until the replica says that it takes no requests: by then the listener has tried and failed too. */
    private static void awaitOutage() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Management.get("/q/health/ready").then().statusCode(503));
    }

    private static void assertApplied(List<UUID> ids, int version) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(Database.knownVersion(id)).isEqualTo(version)));
    }

    private static void assertNoneIsDead(List<UUID> ids) {
        assertThat(ids).allSatisfy(id -> assertThat(Database.deadLetters(id)).isZero());
    }
}
