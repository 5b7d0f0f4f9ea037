package vn.cchc.platform.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.recount.DueDays.Place;

class RecountFailuresTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecountFailures failures = new RecountFailures(meters);
    private final UUID calendar = UUID.randomUUID();
    private final List<Place> part = Stream.generate(
                    () -> new Place(UUID.randomUUID(), LocalDate.of(2021, 1, 15), UUID.randomUUID()))
            .limit(3)
            .toList();

    @Test
    void aPartThatFailsIsGoneThroughOneByOne() {
        assertThat(failures.atMost(calendar)).isEqualTo(Recounts.TOGETHER);

        failures.failed(calendar, part, new IllegalStateException());

        for (int done = 0; done < 3; done++) {
            assertThat(failures.atMost(calendar)).isEqualTo(1);
            assertThat(failures.atMost(UUID.randomUUID())).isEqualTo(Recounts.TOGETHER);
            failures.counted(calendar, 1);
        }
        assertThat(failures.atMost(calendar)).isEqualTo(Recounts.TOGETHER);
        assertThat(failures.without(calendar, part)).isEqualTo(part);
    }

    @Test
    void theOneThatFailsAgainAndAgainIsPassedOver() {
        for (int tries = 0; tries < 3; tries++) {
            assertThat(failures.without(calendar, part)).isEqualTo(part);
            failures.failed(calendar, part.subList(1, 2), new IllegalStateException());
        }

        assertThat(failures.without(calendar, part)).containsExactly(part.get(0), part.get(2));
        assertThat(meters.counter("cchc.recount.passed.over").count()).isEqualTo(1);
        assertThat(failures.without(UUID.randomUUID(), part)).isEqualTo(part);
        failures.end(calendar);
        assertThat(failures.without(calendar, part)).isEqualTo(part);
    }

    @Test
    void whereNothingIsLeftItIsForgotten() {
        failures.failed(calendar, part, new IllegalStateException());

        failures.counted(calendar, 0);

        assertThat(failures.atMost(calendar)).isEqualTo(Recounts.TOGETHER);
    }
}
