package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** What was heard can be heard again from the beginning of the topics, and every view is as before. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RebuildTest {

    /** How far all partitions have been heard. */
    private static final String OFFSETS = "SELECT coalesce(sum(next_offset), 0) FROM heard_to";

    @AfterEach
    void whatOtherTestsHadSettledIsSettled() {
        Commune.execute("DELETE FROM dead_letter");
    }

    @Test
    @Timeout(180)
    void all_views_are_as_before_when_everything_has_been_heard_again() {
        Commune.itIs("2021-05-28T08:00:00+07:00");
        Commune commune = Commune.withPlan();
        String approved = commune.draftOfFirstQuarter();
        String live = commune.draftOfHalfYear();
        for (TestEvents.Raw event : history(commune, 20)) {
            TestEvents.publish("cchc.feedback", List.of(event));
        }
        UUID last = commune.feedbackReceived("ONLINE", "2021-03-01", "2021-03-11", "2021-03-01T08:00:00+07:00");
        Commune.awaitFact("feedback", last, 1);
        Commune.everythingIsCompleteTo(Commune.CUT_OFF_H1);
        commune.approve(approved);
        UUID late = commune.feedbackReceived("ONLINE", "2021-02-02", "2021-02-12", "2021-02-02T08:00:00+07:00");
        Commune.awaitFact("feedback", late, 1);
        List<String> before = views(commune, approved, live);
        long heard = heardOf(commune);
        long offsets = Commune.count(OFFSETS);

        Commune.forgetWhatWasHeard();

        await().atMost(Duration.ofMinutes(2))
                .until(() -> Commune.count(OFFSETS) == offsets && heardOf(commune) == heard);
        whatOtherTestsHadSettledIsSettled();
        assertThat(views(commune, approved, live)).isEqualTo(before);
        assertThat(before.get(0)).contains("\"changedSinceApproval\":true");
    }

    @Test
    void the_order_and_number_of_events_and_a_second_telling_do_not_matter() {
        Commune.itIs("2021-05-28T08:00:00+07:00");
        Commune commune = Commune.withPlan();
        String report = commune.draftOfFirstQuarter();
        List<TestEvents.Raw> events = history(commune, 40);
        List<TestEvents.Raw> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, new Random(8));

        TestEvents.publish("cchc.feedback", shuffled);
        await().atMost(Commune.PATIENCE)
                .until(() -> Commune.count(
                                "SELECT count(*) FROM heard WHERE kind = 'feedback' AND authority_id = ?", commune.id)
                        == events.size());

        assertThat(commune.figure(report, "pakn.received")).isEqualTo(40);
        assertThat(commune.figure(report, "pakn.answeredInTime")).isEqualTo(40);
        assertThat(Commune.count(
                        "SELECT count(*) FROM dead_letter WHERE state IN ('OPEN', 'WAITING') AND authority_id = ?",
                        commune.id))
                .isZero();
    }

    /** Cases with three events each, answered in time. */
    private static List<TestEvents.Raw> history(Commune commune, int cases) {
        List<TestEvents.Raw> events = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            UUID id = UUID.randomUUID();
            String day = "2021-01-%02d".formatted(1 + i % 20);
            String due = "2021-02-17";
            events.add(event(commune, id, 1, "received", day, Commune.feedback("ONLINE", "RECEIVED", day, due, null)));
            events.add(event(
                    commune, id, 2, "accepted", "2021-01-25", Commune.feedback("ONLINE", "ACCEPTED", day, due, null)));
            events.add(event(
                    commune,
                    id,
                    3,
                    "answered",
                    "2021-02-10",
                    Commune.feedback("ONLINE", "ANSWERED", day, due, "2021-02-10")));
        }
        return events;
    }

    private static TestEvents.Raw event(
            Commune commune, UUID id, int version, String participle, String day, Map<String, Object> state) {
        return commune.event("feedback", participle, id, version, day + "T09:00:00+07:00", state);
    }

    private static List<String> views(Commune commune, String approved, String live) {
        List<String> views = new ArrayList<>();
        for (String path : List.of(
                "/api/v1/reports/" + approved,
                "/api/v1/reports/" + approved + "/figures",
                "/api/v1/reports/" + approved + "/changes",
                "/api/v1/reports/" + live,
                "/api/v1/reports/" + live + "/figures",
                "/api/v1/reports/" + live + "/figures/pakn.received/sources",
                "/api/v1/due-reports?year=2021")) {
            views.add(commune.clerk().get(path).then().statusCode(200).extract().asString());
        }
        return views;
    }

    private static long heardOf(Commune commune) {
        return Commune.count("SELECT count(*) FROM heard WHERE authority_id IN (?, ?)", commune.id, commune.district);
    }
}
