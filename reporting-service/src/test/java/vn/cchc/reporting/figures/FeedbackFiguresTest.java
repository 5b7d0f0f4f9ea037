package vn.cchc.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.cchc.reporting.projection.Fact;
import vn.cchc.reporting.projection.FeedbackState;

class FeedbackFiguresTest {

    private static final LocalDate FROM = LocalDate.of(2021, 1, 1);
    private static final LocalDate CUT_OFF = LocalDate.of(2021, 2, 25);

    @Property
    void each_feedback_is_in_exactly_one_of_six_figures(@ForAll("feedback") List<Fact<FeedbackState>> feedback) {
        Figures figures = new Figures(FeedbackFigures.of(FROM, CUT_OFF, CUT_OFF, feedback));

        assertThat(figures.number(FeedbackFigures.RECEIVED))
                .isEqualTo(figures.number(FeedbackFigures.IN_TIME)
                        + figures.number(FeedbackFigures.LATE)
                        + figures.number(FeedbackFigures.OPEN)
                        + figures.number(FeedbackFigures.REFUSED)
                        + figures.number(FeedbackFigures.REFERRED)
                        + figures.number(FeedbackFigures.WITHDRAWN));
        assertThat(figures.number(FeedbackFigures.ANSWERED))
                .isEqualTo(figures.number(FeedbackFigures.IN_TIME) + figures.number(FeedbackFigures.LATE));
        assertThat(figures.number(FeedbackFigures.OVERDUE)).isLessThanOrEqualTo(figures.number(FeedbackFigures.OPEN));
        assertThat(FeedbackFigures.CHANNELS.keySet().stream()
                        .mapToLong(channel -> figures.number(FeedbackFigures.BY_CHANNEL + channel))
                        .sum())
                .isEqualTo(figures.number(FeedbackFigures.RECEIVED));
    }

    @Property
    void every_figure_is_linked_to_as_many_things_as_it_says(@ForAll("feedback") List<Fact<FeedbackState>> feedback) {
        for (Figure figure : FeedbackFigures.of(FROM, CUT_OFF, CUT_OFF, feedback)) {
            long counted = figure.denominator().orElseGet(figure::number);
            assertThat(figure.sources()).hasSize((int) counted);
        }
    }

    @Provide
    Arbitrary<List<Fact<FeedbackState>>> feedback() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-20, 80).map(FROM::plusDays);
        Arbitrary<String> states = Arbitraries.of(
                "RECEIVED",
                "SUPPLEMENT_REQUESTED",
                "ACCEPTED",
                "ASSIGNED",
                "ANSWERED",
                "CLOSED",
                "REFUSED",
                "REFERRED",
                "WITHDRAWN",
                "REOPENED");
        Arbitrary<String> channels = Arbitraries.of(FeedbackFigures.CHANNELS.keySet());
        return Combinators.combine(channels, states, days, days, days.injectNull(0.3))
                .as(FeedbackState::new)
                .map(state ->
                        new Fact<>(UUID.randomUUID(), 1, OffsetDateTime.parse("2021-01-04T08:00:00+07:00"), state))
                .list()
                .ofMaxSize(40);
    }
}
