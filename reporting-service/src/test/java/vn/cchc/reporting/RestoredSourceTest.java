package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** Services that tell what reports count were restored from a backup: figures and due days are those of what still holds. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RestoredSourceTest {

    private static final long POSITION = 1_000_000_000_000L;

    /** How far all partitions have been heard. */
    private static final String OFFSETS = "SELECT coalesce(sum(next_offset), 0) FROM heard_to";

    private static void feedback(Commune commune, UUID id, int epoch, int sequence, long position, String state) {
        Map<String, Object> told = Commune.feedback(
                "ONLINE", state, "2021-01-05", "2021-01-15", state.equals("ANSWERED") ? "2021-01-06" : null);
        TestEvents.publish(
                "cchc.feedback",
                List.of(commune.event(
                                "feedback", "any", id, sequence, "2021-01-0" + (4 + sequence) + "T09:00:00+07:00", told)
                        .at(epoch, POSITION + position)));
    }

    /** A milestone that is dated anew, behind the backup. */
    private static void milestone(Commune commune, UUID id, int epoch, int sequence, String dueOn) {
        Map<String, Object> told = Map.of(
                "planId",
                commune.plan,
                "year",
                2021,
                "taskId",
                commune.reportTask,
                "ruleKind",
                "REPORT_SCHEDULE",
                "occurrence",
                "2021-H1",
                "label",
                "",
                "dueOn",
                dueOn,
                "workOn",
                dueOn,
                "state",
                "OPEN");
        TestEvents.publish(
                "cchc.milestone",
                List.of(commune.event("milestone", "redated", id, sequence, "2021-02-26T07:00:00+07:00", told)
                        .at(epoch, POSITION + 11)));
    }

    private static void awaitHeard(UUID id, long events) {
        await().atMost(Commune.PATIENCE)
                .untilAsserted(() -> assertThat(Commune.count("SELECT count(*) FROM heard WHERE id = ?", id))
                        .isEqualTo(events));
    }

    @Test
    void figures_and_due_days_are_those_of_what_still_holds() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        Commune commune = Commune.withPlan();
        UUID setBack = UUID.randomUUID();
        UUID lost = UUID.randomUUID();
        feedback(commune, setBack, 1, 1, 1, "RECEIVED");
        feedback(commune, setBack, 1, 2, 11, "ANSWERED");
        feedback(commune, lost, 1, 1, 12, "RECEIVED");
        awaitHeard(setBack, 2);
        awaitHeard(lost, 1);
        String live = commune.draftOfHalfYear();
        String approved = commune.draftOfFirstQuarter();
        assertThat(commune.figure(live, "pakn.received")).isEqualTo(2);
        assertThat(commune.figure(live, "pakn.answeredInTime")).isEqualTo(1);
        commune.approve(approved);
        UUID redated = commune.h1;
        milestone(commune, redated, 1, 2, "2021-06-15");
        Commune.awaitFact("milestone", redated, 2);
        commune.clerk().get("/api/v1/reports/" + live).then().body("dueOn", equalTo("2021-06-15"));

        TestEvents.raise("cchc.feedback", 2, POSITION + 10, null);
        TestEvents.raise("cchc.milestone", 2, POSITION + 10, null);

        awaitHeard(setBack, 1);
        awaitHeard(lost, 0);
        awaitHeard(redated, 1);
        assertThat(commune.figure(live, "pakn.received")).isEqualTo(1);
        assertThat(commune.figure(live, "pakn.answeredInTime")).isZero();
        commune.clerk().get("/api/v1/reports/" + live).then().body("dueOn", equalTo("2021-05-30"));
        commune.clerk()
                .get("/api/v1/due-reports?year=2021")
                .then()
                .body("items.find { it.period == '2021-H1' }.dueOn", equalTo("2021-05-30"));
        // The edition stays as it was sent out, and says that something has changed since.
        commune.clerk().get("/api/v1/reports/" + approved).then().body("changedSinceApproval", equalTo(true));

        feedback(commune, lost, 2, 1, 11, "RECEIVED");
        awaitHeard(lost, 1);
        assertThat(commune.figure(live, "pakn.received")).isEqualTo(2);

        milestone(commune, redated, 2, 1, "2021-06-10");
        awaitHeard(redated, 2);
        commune.clerk().get("/api/v1/reports/" + live).then().body("dueOn", equalTo("2021-06-10"));
        commune.change(commune.leader(), approved, "dispatches");
        commune.change(commune.above().body(Map.of("reason", "Đề nghị bổ sung số liệu.")), approved, "returns");
        commune.approve(approved).body("changedSinceApproval", equalTo(false));
        List<String> before = views(commune, approved, live);

        hearEverythingAgain(commune);

        assertThat(views(commune, approved, live)).isEqualTo(before);
        assertThat(Commune.count("SELECT count(*) FROM heard_void WHERE id IN (?, ?, ?)", setBack, lost, redated))
                .as("what is void is not heard as good first")
                .isZero();

        // Even where it is, since the epochs were forgotten too, nothing of it is left.
        Commune.execute("DELETE FROM heard_epoch");
        hearEverythingAgain(commune);

        assertThat(views(commune, approved, live)).isEqualTo(before);
    }

    /** As in a rebuild, without what was kept of void events. */
    private static void hearEverythingAgain(Commune commune) {
        long offsets = Commune.count(OFFSETS);
        long heard = heardOf(commune);
        Commune.execute("DELETE FROM heard_void");
        Commune.forgetWhatWasHeard();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Commune.count(OFFSETS) == offsets
                        && heardOf(commune) == heard
                        && Commune.count("SELECT count(*) FROM heard_epoch WHERE NOT begun") == 0);
        Commune.execute("DELETE FROM dead_letter");
    }

    private static long heardOf(Commune commune) {
        return Commune.count("SELECT count(*) FROM heard WHERE authority_id IN (?, ?)", commune.id, commune.district);
    }

    private static List<String> views(Commune commune, String approved, String live) {
        return Stream.of(
                        "/api/v1/reports/" + approved,
                        "/api/v1/reports/" + approved + "/figures",
                        "/api/v1/reports/" + approved + "/changes",
                        "/api/v1/reports/" + live,
                        "/api/v1/reports/" + live + "/figures",
                        "/api/v1/reports/" + live + "/changes",
                        "/api/v1/due-reports?year=2021")
                .map(path -> commune.clerk()
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .toList();
    }
}
