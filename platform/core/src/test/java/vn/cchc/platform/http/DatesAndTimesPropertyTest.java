package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.cchc.platform.time.VietnamTime;

class DatesAndTimesPropertyTest {

    @Property
    void aTimeIsReadAsTheDatabaseKeepsItAndOnTheDayOnWhichItWasWritten(@ForAll("times") OffsetDateTime written) {
        OffsetDateTime read = DatesAndTimes.time(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(written));

        assertThat(read.getNano() % 1_000).isZero();
        assertThat(read).isBeforeOrEqualTo(written);
        assertThat(read.until(written, ChronoUnit.NANOS)).isLessThan(1_000);
        assertThat(read.getOffset()).isEqualTo(written.getOffset());
        assertThat(read.atZoneSameInstant(VietnamTime.ZONE).toLocalDate())
                .isEqualTo(written.atZoneSameInstant(VietnamTime.ZONE).toLocalDate());
    }

    @Property
    void aTimeIsWrittenAsByTheFormatterOfIso8601(@ForAll("times") OffsetDateTime time) {
        for (OffsetDateTime each : List.of(
                time,
                time.truncatedTo(ChronoUnit.MILLIS),
                time.truncatedTo(ChronoUnit.SECONDS),
                time.truncatedTo(ChronoUnit.MINUTES))) {
            assertThat(DatesAndTimes.text(each)).isEqualTo(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(each));
        }
    }

    /** Around midnight in Vietnam, with any offset and up to nine digits of a second. */
    @Provide
    Arbitrary<OffsetDateTime> times() {
        Arbitrary<Long> days = Arbitraries.longs().between(-20_000, 40_000);
        Arbitrary<Long> nanos = Arbitraries.oneOf(
                Arbitraries.longs().between(-1_100, 1_100),
                Arbitraries.longs().between(-2_000_000_000L, 2_000_000_000L),
                Arbitraries.longs().between(-2, 2).map(seconds -> seconds * 1_000_000_000L));
        Arbitrary<Integer> quarters = Arbitraries.integers().between(-72, 72);
        return Combinators.combine(days, nanos, quarters).as((day, nano, quarter) -> Instant.EPOCH
                .plus(day, ChronoUnit.DAYS)
                .minus(7, ChronoUnit.HOURS)
                .plusNanos(nano)
                .atOffset(ZoneOffset.ofTotalSeconds(quarter * 900)));
    }
}
