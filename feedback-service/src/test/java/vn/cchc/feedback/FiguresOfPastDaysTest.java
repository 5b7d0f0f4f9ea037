package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/** What was counted on a day is counted for it ever after, here and by whoever counts from the events. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class FiguresOfPastDaysTest {

    private static final LocalDate FIRST = LocalDate.parse("2021-01-04");
    private static final int DAYS = 18;

    @Inject
    Limits limits;

    private Commune commune;
    private Random random;
    private int changes;
    private final List<UUID> feedback = new ArrayList<>();

    /** With limits that pause and are extended, and others that replace them on acceptance. */
    private void begin(int seed) throws SQLException {
        random = new Random(seed);
        Commune.now(FIRST + "T08:00:00+07:00");
        commune = Commune.create();
        commune.decide(null, null, 4, "CALENDAR_DAY", "SUPPLEMENT_REQUESTED", 2, false);
        commune.decide("PHONE", null, 3, "WORKING_DAY", "SUPPLEMENT_REQUESTED,ACCEPTED", 1, false);
        commune.decide(null, "URGENT", 2, "CALENDAR_DAY", "", 1, false);
        limits.forget();
    }

    private static String endOf(LocalDate day) {
        return day.plusDays(1) + "T00:00:00+07:00";
    }

    private Map<String, Object> counted(LocalDate to) {
        return commune.asLeader()
                .get("/api/v1/statistics?from=2020-12-28&to=" + to + "&recordedUpTo=" + to)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    private int listedAsOverdue() {
        List<String> ids =
                commune.asClerk().get("/api/v1/feedback?overdue=true&limit=200").path("items.id");
        return ids.size();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whateverIsDoneLaterTheFiguresOfADayStay(int seed) throws SQLException {
        begin(seed);
        Map<LocalDate, Map<String, Object>> then = new LinkedHashMap<>();
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            for (int hour = 9; hour < 17; hour += 2) {
                Commune.now("%sT%02d:00:00+07:00".formatted(day, hour));
                doSomething(day);
            }
            Commune.now(endOf(day));
            then.put(day, counted(day));
            assertThat(total(then.get(day)).get("overdue"))
                    .as("listed on %s", day)
                    .isEqualTo(listedAsOverdue());
        }

        then.forEach((day, figures) -> assertThat(counted(day))
                .as("of %s, as counted then and now", day)
                .isEqualTo(figures));
        assertThat(then.values().stream()
                        .mapToInt(figures -> (int) total(figures).get("overdue"))
                        .sum())
                .as("something was overdue")
                .isPositive();
        await().untilAsserted(() -> assertThat(told()).hasSize(changes));
        List<SentEvent> told = told();
        then.forEach((day, figures) -> assertThat(countedFromEvents(told, day))
                .as("of %s, from the events", day)
                .isEqualTo(withoutRate(total(figures))));
    }

    /** Enters something, or does with something what its state allows; what ends it more rarely. */
    private void doSomething(LocalDate day) {
        if (feedback.size() < 3 || random.nextInt(4) == 0) {
            feedback.add(
                    random.nextBoolean()
                            ? commune.receive().id()
                            : commune.enter("PHONE", day.minusDays(random.nextInt(5)) + "T07:00:00+07:00")
                                    .id());
            changes++;
            return;
        }
        UUID one = feedback.get(random.nextInt(feedback.size()));
        List<String> allowed = commune.allowed(one);
        if (allowed.isEmpty()) {
            return;
        }
        String resource = allowed.get(random.nextInt(allowed.size()));
        if (List.of("refusals", "referrals", "withdrawals").contains(resource) && random.nextInt(4) > 0) {
            return;
        }
        commune.post(commune.as(TestTokens.withRoles(commune.id(), "clerk", "leader")), one, resource, body(resource))
                .then()
                .statusCode(200);
        changes++;
    }

    private String body(String resource) {
        if (resource.equals(Transition.ACCEPT.resource())) {
            return "{\"classification\": \"%s\", \"urgency\": \"%s\"}"
                    .formatted(
                            random.nextBoolean() ? "REGULATION_OWN" : "OFFICER_CONDUCT",
                            random.nextBoolean() ? "URGENT" : "NORMAL");
        }
        return Arrays.stream(Transition.values())
                .filter(transition -> transition.resource().equals(resource))
                .map(commune::body)
                .findFirst()
                .orElseThrow();
    }

    private List<SentEvent> told() {
        return TestEvents.read("cchc.feedback").stream()
                .filter(event -> commune.id()
                        .toString()
                        .equals(event.json().path("authorityId").textValue()))
                .toList();
    }

    /** As reporting counts: what arrived in the period, in the state of its last event before the end of it. */
    private static Map<String, Object> countedFromEvents(List<SentEvent> told, LocalDate day) {
        Map<String, JsonNode> states = new HashMap<>();
        told.stream()
                .filter(event -> OffsetDateTime.parse(
                                event.json().get("occurredAt").textValue())
                        .isBefore(OffsetDateTime.parse(endOf(day))))
                .sorted(Comparator.comparingLong(
                        event -> Long.parseLong(event.headers().get("ce_sequence"))))
                .forEach(event -> states.put(event.key(), event.json()));
        Map<String, Object> counts = new TreeMap<>();
        for (String count : List.of(
                "received", "answeredInTime", "answeredLate", "open", "overdue", "refused", "referred", "withdrawn")) {
            counts.put(count, 0);
        }
        states.values().stream()
                .filter(state -> !date(state, "receivedOn").isAfter(day))
                .forEach(state -> counted(state, day)
                        .forEach(count -> counts.merge(count, 1, (a, b) -> (Integer) a + (Integer) b)));
        return counts;
    }

    private static List<String> counted(JsonNode state, LocalDate day) {
        LocalDate dueOn = date(state, "dueOn");
        return switch (State.valueOf(state.get("state").textValue())) {
            case RECEIVED, SUPPLEMENT_REQUESTED, ACCEPTED, ASSIGNED, REOPENED ->
                HandlingLimit.overdue(HandlingLimit.endOf(dueOn), date(state, "pausedSince"), HandlingLimit.endOf(day))
                        ? List.of("received", "open", "overdue")
                        : List.of("received", "open");
            case ANSWERED, CLOSED ->
                List.of("received", state.get("inTime").booleanValue() ? "answeredInTime" : "answeredLate");
            case REFUSED -> List.of("received", "refused");
            case REFERRED -> List.of("received", "referred");
            case WITHDRAWN -> List.of("received", "withdrawn");
        };
    }

    private static LocalDate date(JsonNode state, String field) {
        return state.get(field).isNull()
                ? null
                : LocalDate.parse(state.get(field).textValue());
    }

    @SuppressWarnings("unchecked") // the JSON of our own answer
    private static Map<String, Object> total(Map<String, Object> figures) {
        return (Map<String, Object>) figures.get("total");
    }

    private static Map<String, Object> withoutRate(Map<String, Object> counts) {
        Map<String, Object> without = new TreeMap<>(counts);
        without.remove("inTimePercent");
        return without;
    }

    @Test
    void anAnswerAfterTheEndOfThePeriodIsNoneForIt() throws SQLException {
        begin(1);
        var receipt = commune.receive();
        commune.assign(receipt.id());
        Commune.now("2021-01-09T00:00:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "answers", "{\"text\": \"Đã sửa.\"}")
                .then()
                .statusCode(200);

        assertThat(total(counted(LocalDate.parse("2021-01-08"))))
                .containsEntry("open", 1)
                .containsEntry("overdue", 1);
        assertThat(total(counted(LocalDate.parse("2021-01-09"))))
                .containsEntry("open", 0)
                .containsEntry("answeredLate", 1);
    }

    @Test
    void theDueDayOfAPastDayIsTheOneThatHeldThen() throws SQLException {
        begin(1);
        var receipt = commune.receive();
        Commune.now("2021-01-08T10:00:00+07:00");
        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "acceptances",
                        "{\"classification\": \"REGULATION_OWN\", \"urgency\": \"URGENT\"}")
                .then()
                .statusCode(200)
                .body("dueOn", org.hamcrest.Matchers.equalTo("2021-01-06"));

        // Until its urgency was judged it was due on the 8th.
        assertThat(total(counted(LocalDate.parse("2021-01-07")))).containsEntry("overdue", 0);
        assertThat(total(counted(LocalDate.parse("2021-01-08")))).containsEntry("overdue", 1);
    }

    @Test
    void aPauseThatHasEndedSinceStillHoldsForTheDaysOfIt() throws SQLException {
        begin(1);
        var receipt = commune.receive();
        Commune.now("2021-01-07T10:00:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}");
        Commune.now("2021-01-12T10:00:00+07:00");
        receipt.post("supplements", "{\"content\": \"Thôn 3.\"}").then().statusCode(200);
        Commune.now("2021-01-20T10:00:00+07:00");

        // Due on the 8th, but paused from the 7th; then due on the 13th.
        assertThat(total(counted(LocalDate.parse("2021-01-11"))))
                .containsEntry("open", 1)
                .containsEntry("overdue", 0);
        assertThat(total(counted(LocalDate.parse("2021-01-12")))).containsEntry("overdue", 0);
        assertThat(total(counted(LocalDate.parse("2021-01-13")))).containsEntry("overdue", 1);
    }

    @Test
    void whatIsEnteredLateCountsAsEnteredUnlessItWasToBeRecordedByThen() throws SQLException {
        begin(1);
        Commune.now("2021-01-13T10:00:00+07:00");
        var receipt = commune.enter("POST", "2021-01-05T08:00:00+07:00");
        assertThat(receipt.dueOn()).isEqualTo("2021-01-11");
        commune.post(
                commune.asClerk(), receipt.id(), "refusals", "{\"reason\": \"COMPLAINT\", \"text\": \"Khiếu nại.\"}");

        Map<String, Object> all = commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-11")
                .path("$");
        assertThat(all).doesNotContainKey("recordedUpTo");
        assertThat(total(all))
                .containsEntry("received", 1)
                .containsEntry("open", 1)
                .containsEntry("overdue", 1)
                .containsEntry("refused", 0);
        Map<String, Object> recorded = counted(LocalDate.parse("2021-01-11"));
        assertThat(recorded).containsEntry("recordedUpTo", "2021-01-11");
        assertThat(total(recorded)).containsEntry("received", 0);
        Map<String, Object> later = commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-11&recordedUpTo=2021-01-13")
                .path("$");
        assertThat(total(later)).containsEntry("received", 1);
    }
}
