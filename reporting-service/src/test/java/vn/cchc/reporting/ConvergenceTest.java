package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** Duplicates, disorder and replay end in the same figures as one orderly telling; an oracle counts them by hand. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ConvergenceTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2021, 2, 25);
    private static final List<String> ENDS = List.of("ANSWERED", "REFUSED", "REFERRED", "WITHDRAWN");

    /** One version of one feedback, as it happened. */
    private record Told(
            UUID id, int version, LocalDate on, String state, LocalDate received, LocalDate due, LocalDate answered) {}

    @RepeatedTest(3)
    void the_order_and_number_of_events_do_not_matter(RepetitionInfo round) {
        Random random = new Random(20210225L + round.getCurrentRepetition());
        Commune.itIs("2021-03-20T08:00:00+07:00");
        Commune commune = Commune.withPlan();
        List<Told> history = history(random, 60);
        List<TestEvents.Raw> events = new ArrayList<>();
        for (Told told : history) {
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                events.add(event(commune, told));
            }
        }
        Collections.shuffle(events, random);

        TestEvents.publish("cchc.feedback", events);
        await().atMost(Commune.PATIENCE)
                .until(() -> Commune.count(
                                "SELECT count(*) FROM heard WHERE kind = 'feedback' AND authority_id = ?", commune.id)
                        == history.size());
        String report = commune.draftOfFirstQuarter();
        Map<String, Integer> once = figures(commune, report);
        TestEvents.publish("cchc.feedback", events);
        UUID last = commune.feedbackReceived("ONLINE", "2021-03-01", "2021-03-11", "2021-03-01T08:00:00+07:00");
        Commune.awaitFact("feedback", last, 1);

        assertThat(once).isEqualTo(oracle(history));
        assertThat(figures(commune, report)).isEqualTo(once);
    }

    private static List<Told> history(Random random, int feedback) {
        List<Told> history = new ArrayList<>();
        for (int i = 0; i < feedback; i++) {
            UUID id = UUID.randomUUID();
            LocalDate received = LocalDate.of(2020, 12, 25).plusDays(random.nextInt(70));
            LocalDate due = received.plusDays(10);
            LocalDate on = received.plusDays(random.nextInt(3));
            history.add(new Told(id, 1, on, "RECEIVED", received, due, null));
            int version = 2;
            for (String state : List.of("ACCEPTED", "ASSIGNED")) {
                if (random.nextInt(4) > 0) {
                    on = on.plusDays(random.nextInt(4));
                    history.add(new Told(id, version++, on, state, received, due, null));
                }
            }
            if (random.nextInt(4) > 0) {
                on = on.plusDays(random.nextInt(9));
                String end = ENDS.get(Math.max(0, random.nextInt(7) - 3));
                LocalDate answered = end.equals("ANSWERED") ? on : null;
                history.add(new Told(id, version++, on, end, received, due, answered));
                if (answered != null && random.nextBoolean()) {
                    history.add(
                            new Told(id, version, on.plusDays(random.nextInt(20)), "CLOSED", received, due, answered));
                }
            }
        }
        return history;
    }

    private static TestEvents.Raw event(Commune commune, Told told) {
        return commune.event(
                "feedback",
                "received",
                told.id,
                told.version,
                told.on + "T10:00:00+07:00",
                Commune.feedback(
                        "ONLINE",
                        told.state,
                        told.received.toString(),
                        told.due.toString(),
                        told.answered == null ? null : told.answered.toString()));
    }

    private static Map<String, Integer> figures(Commune commune, String report) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (String code : List.of(
                "received", "answeredInTime", "answeredLate", "open", "overdue", "refused", "referred", "withdrawn")) {
            figures.put(code, commune.figure(report, "pakn." + code));
        }
        return figures;
    }

    /** Tells the history in order and stops at the end of the cut-off. */
    private static Map<String, Integer> oracle(List<Told> history) {
        Map<UUID, Told> last = new LinkedHashMap<>();
        history.stream().filter(told -> !told.on.isAfter(CUT_OFF)).forEach(told -> last.put(told.id, told));
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (String code : List.of(
                "received", "answeredInTime", "answeredLate", "open", "overdue", "refused", "referred", "withdrawn")) {
            figures.put(code, 0);
        }
        for (Told told : last.values()) {
            if (told.received.getYear() != 2021 || told.received.isAfter(CUT_OFF)) {
                continue;
            }
            figures.merge("received", 1, Integer::sum);
            switch (told.state) {
                case "REFUSED", "REFERRED", "WITHDRAWN" ->
                    figures.merge(told.state.toLowerCase(Locale.ROOT), 1, Integer::sum);
                case "ANSWERED", "CLOSED" ->
                    figures.merge(told.answered.isAfter(told.due) ? "answeredLate" : "answeredInTime", 1, Integer::sum);
                default -> {
                    figures.merge("open", 1, Integer::sum);
                    if (told.due.isBefore(CUT_OFF.plusDays(1))) {
                        figures.merge("overdue", 1, Integer::sum);
                    }
                }
            }
        }
        return figures;
    }
}
