package vn.cchc.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.reporting.projection.FeedbackState;
import vn.cchc.reporting.projection.HeardVersion;

class FeedbackFiguresTest {

    private static final LocalDate FROM = LocalDate.of(2021, 1, 1);
    private static final LocalDate CUT_OFF = LocalDate.of(2021, 2, 25);

    @Property
    void each_feedback_is_in_exactly_one_of_six_figures(
            @ForAll("feedback") List<HeardVersion<FeedbackState>> feedback) {
        Figures figures = new Figures(FeedbackFigures.of(FROM, CUT_OFF, CUT_OFF, FROM.minusDays(1), feedback));

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
        assertThat(Stream.of(Channel.values())
                        .mapToLong(channel -> figures.number(FeedbackFigures.BY_CHANNEL + channel.name()))
                        .sum())
                .isEqualTo(figures.number(FeedbackFigures.RECEIVED));
    }

    @Property
    void late_additions_arrived_up_to_the_cut_off_before_and_were_recorded_after_it(
            @ForAll("feedback") List<HeardVersion<FeedbackState>> feedback) {
        LocalDate previous = FROM.plusDays(14);
        Figures figures = new Figures(FeedbackFigures.of(FROM, CUT_OFF, CUT_OFF, previous, feedback));

        assertThat(figures.get(FeedbackFigures.LATE_ADDITIONS).sources().stream()
                        .map(Source::id))
                .containsExactlyElementsOf(feedback.stream()
                        .filter(told -> told.state().receivedOn().compareTo(previous) <= 0)
                        .filter(told -> told.firstRecordedOn().compareTo(previous) > 0)
                        .map(HeardVersion::id)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        // due, paused since, last day that is over, overdue
        "2021-02-17,           , 2021-02-16, false",
        "2021-02-17,           , 2021-02-17, true",
        "2021-02-17, 2021-02-16, 2021-02-25, false",
        "2021-02-17, 2021-02-17, 2021-02-25, false",
        "2021-02-17, 2021-02-18, 2021-02-25, true",
    })
    void an_open_one_is_overdue_when_its_last_day_has_ended_unless_its_limit_was_paused_by_then(
            LocalDate dueOn, LocalDate pausedSince, LocalDate ended, boolean overdue) {
        FeedbackState open = new FeedbackState("ONLINE", "SUPPLEMENT_REQUESTED", FROM, dueOn, pausedSince, null, null);

        assertThat(open.isOverdue(ended)).isEqualTo(overdue);
        assertThat(new FeedbackState("ONLINE", "REFUSED", FROM, dueOn, pausedSince, null, null).isOverdue(ended))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // answered on, in time as told, in time
        "2021-02-17, true, true",
        "2021-02-17, false, false",
        "2021-02-17, , true",
        "2021-02-18, , false",
    })
    void an_answer_on_the_due_day_is_in_time_unless_it_came_after_a_moment_of_that_day(
            LocalDate answeredOn, Boolean told, boolean inTime) {
        LocalDate dueOn = LocalDate.of(2021, 2, 17);

        assertThat(new FeedbackState("ONLINE", "ANSWERED", FROM, dueOn, null, answeredOn, told).isInTime())
                .isEqualTo(inTime);
    }

    @Property
    void every_figure_is_linked_to_as_many_things_as_it_says(
            @ForAll("feedback") List<HeardVersion<FeedbackState>> feedback) {
        for (Figure figure : FeedbackFigures.of(FROM, CUT_OFF, CUT_OFF, FROM.minusDays(1), feedback)) {
            long counted = figure.denominator().orElseGet(figure::number);
            assertThat(figure.sources()).hasSize((int) counted);
        }
    }

    @Provide
    Arbitrary<List<HeardVersion<FeedbackState>>> feedback() {
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
        Arbitrary<String> channels = Arbitraries.of(Channel.class).map(Channel::name);
        Arbitrary<FeedbackState> feedback = Combinators.combine(
                        channels,
                        states,
                        days,
                        days,
                        days.injectNull(0.7),
                        days.injectNull(0.3),
                        Arbitraries.of(true, false).injectNull(0.5))
                .as(FeedbackState::new);
        return Combinators.combine(feedback, days)
                .as((state, recordedOn) -> new HeardVersion<>(
                        UUID.randomUUID(), 1, OffsetDateTime.parse("2021-01-04T08:00:00+07:00"), recordedOn, state))
                .list()
                .ofMaxSize(40);
    }
}
