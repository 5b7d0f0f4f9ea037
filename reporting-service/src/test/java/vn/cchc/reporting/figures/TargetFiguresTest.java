package vn.cchc.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.reporting.projection.HeardVersion;
import vn.cchc.reporting.projection.TargetReadingState;

class TargetFiguresTest {

    @ParameterizedTest
    @CsvSource({
        "=, 100, , 10, 10, true",
        "=, 100, , 9, 10, false",
        ">, 95, , 95, 100, false",
        ">, 95, , 951, 1000, true",
        ">=, 90, , 90, 100, true",
        // 89,96 % is printed as 90 % and is still less than 90 %.
        ">=, 90, , 8996, 10000, false",
        "<=, 5, , 5, 100, true",
        "<, 5, , 5, 100, false",
        "between, 90, 100, 95, 100, true",
        "between, 90, 100, 89, 100, false",
    })
    void a_reading_is_held_against_its_target_exactly(
            String operator,
            BigDecimal value,
            BigDecimal upper,
            BigDecimal numerator,
            BigDecimal denominator,
            boolean met) {
        assertThat(TargetFigures.isMet(reading(UUID.randomUUID(), operator, value, upper, numerator, denominator)))
                .contains(met);
    }

    @Test
    void nothing_measured_is_neither_met_nor_missed() {
        TargetReadingState reading =
                reading(UUID.randomUUID(), "=", BigDecimal.valueOf(100), null, BigDecimal.ZERO, BigDecimal.ZERO);

        assertThat(TargetFigures.isMet(reading)).isEmpty();
        assertThat(TargetFigures.actual(reading)).isEmpty();
        assertThat(TargetFigures.isMet(reading(UUID.randomUUID(), null, null, null, null, null)))
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_later_reading_supersedes_an_earlier_one() {
        UUID target = UUID.randomUUID();
        HeardVersion<TargetReadingState> earlier = told("2021-01-10T08:00:00+07:00", target, 50);
        HeardVersion<TargetReadingState> later = told("2021-02-10T08:00:00+07:00", target, 100);

        Figures figures = new Figures(TargetFigures.of(List.of(later, earlier)));

        assertThat(figures.number(TargetFigures.READ)).isEqualTo(1);
        assertThat(figures.number(TargetFigures.MET)).isEqualTo(1);
        assertThat(figures.get(TargetFigures.READ).sources())
                .extracting(Source::id)
                .containsExactly(later.id());
    }

    @Test
    void one_that_is_withdrawn_supersedes_nothing() {
        UUID target = UUID.randomUUID();
        HeardVersion<TargetReadingState> holds = told("2021-01-10T08:00:00+07:00", target, 50);
        TargetReadingState lost = told("2021-02-10T08:00:00+07:00", target, 100).state();
        HeardVersion<TargetReadingState> withdrawn = new HeardVersion<>(
                UUID.randomUUID(),
                2,
                OffsetDateTime.parse("2021-02-10T08:00:00+07:00"),
                new TargetReadingState(
                        lost.planId(),
                        target,
                        lost.target(),
                        lost.operator(),
                        lost.value(),
                        lost.upper(),
                        lost.unit(),
                        lost.ours(),
                        lost.numerator(),
                        lost.denominator(),
                        lost.reading(),
                        lost.period(),
                        lost.source(),
                        true));

        assertThat(TargetFigures.latest(List.of(holds, withdrawn))).containsExactly(holds);
    }

    private static HeardVersion<TargetReadingState> told(String at, UUID target, long numerator) {
        return new HeardVersion<>(
                UUID.randomUUID(),
                1,
                OffsetDateTime.parse(at),
                reading(
                        target,
                        "=",
                        BigDecimal.valueOf(100),
                        null,
                        BigDecimal.valueOf(numerator),
                        BigDecimal.valueOf(100)));
    }

    private static TargetReadingState reading(
            UUID target,
            String operator,
            BigDecimal value,
            BigDecimal upper,
            BigDecimal numerator,
            BigDecimal denominator) {
        return new TargetReadingState(
                UUID.randomUUID(),
                target,
                "Chỉ tiêu",
                operator,
                value,
                upper,
                "%",
                false,
                numerator,
                denominator,
                null,
                "2021-Q1",
                "",
                null);
    }
}
