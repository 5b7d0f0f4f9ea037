package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** The day of arrival is one and the same in the receipt, the event, the list and the figures. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ArrivalTimeTest {

    private static final OffsetDateTime MIDNIGHT = OffsetDateTime.parse("2021-01-01T00:00:00+07:00");

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    @Test
    void theLastTenthOfAMicrosecondBelongsToItsDay() {
        var receipt = commune.enter("PHONE", "2020-12-31T23:59:59.9999999+07:00");

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .body("receivedAt", equalTo("2020-12-31T23:59:59.999999+07:00"));
        assertThat(listedOn(LocalDate.parse("2020-12-31"))).hasSize(1);
        assertThat(countedOn(LocalDate.parse("2020-12-31"))).isEqualTo(1);
        assertThat(countedOn(LocalDate.parse("2021-01-01"))).isZero();
    }

    @Test
    void whateverTheOffsetAndTheFractionAllTellTheSameDay() {
        Random random = new Random(20_210_101);
        Map<LocalDate, List<String>> byDay = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            long nanos = random.nextBoolean()
                    ? random.nextInt(2_400) - 1_200
                    : random.nextLong(4_000_000_000L) - 2_000_000_000L;
            OffsetDateTime arrived = MIDNIGHT.plusNanos(nanos)
                    .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(900 * (random.nextInt(145) - 72)));
            var receipt = commune.enter("PHONE", arrived.toString());
            byDay.computeIfAbsent(MIDNIGHT.plusNanos(nanos).toLocalDate(), day -> new ArrayList<>())
                    .add(receipt.id().toString());
        }

        assertThat(byDay).hasSize(2);
        byDay.forEach((day, ids) -> {
            assertThat(listedOn(day)).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(countedOn(day)).isEqualTo(ids.size());
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(toldOn(day)).containsExactlyInAnyOrderElementsOf(ids));
            for (String id : ids) {
                commune.asClerk()
                        .get("/api/v1/feedback/" + id + "/due-date")
                        .then()
                        .body("receivedOn", equalTo(day.toString()));
            }
        });
    }

    private List<String> listedOn(LocalDate day) {
        return commune.asClerk()
                .get("/api/v1/feedback?limit=200&receivedFrom=" + day + "&receivedTo=" + day)
                .path("items.id");
    }

    private int countedOn(LocalDate day) {
        return commune.asLeader()
                .get("/api/v1/statistics?from=" + day + "&to=" + day)
                .path("total.received");
    }

    private List<String> toldOn(LocalDate day) {
        return TestEvents.read("cchc.feedback").stream()
                .filter(event -> commune.id()
                        .toString()
                        .equals(event.json().path("authorityId").textValue()))
                .filter(event ->
                        day.toString().equals(event.json().path("receivedOn").textValue()))
                .map(event -> event.key())
                .toList();
    }
}
