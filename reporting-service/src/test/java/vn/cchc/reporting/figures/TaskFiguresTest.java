package vn.cchc.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.reporting.projection.FeedbackState;
import vn.cchc.reporting.projection.HeardVersion;
import vn.cchc.reporting.projection.MilestoneState;

/** What falls due, where a pause stops the limit. */
class TaskFiguresTest {

    private static final LocalDate FROM = LocalDate.of(2021, 1, 1);
    private static final LocalDate ENDED = LocalDate.of(2021, 2, 25);
    private static final OffsetDateTime TOLD_AT = OffsetDateTime.parse("2021-02-24T09:00:00+07:00");

    private static Map<String, Long> figures(LocalDate dueOn, LocalDate pausedSince) {
        return figures(dueOn, pausedSince, "OPEN");
    }

    private static Map<String, Long> figures(LocalDate dueOn, LocalDate pausedSince, String state) {
        MilestoneState milestone = new MilestoneState(
                UUID.randomUUID(),
                2021,
                UUID.randomUUID(),
                MilestoneState.ON_EVENT,
                UUID.randomUUID().toString(),
                "",
                dueOn,
                dueOn,
                "VN-2026.1",
                false,
                null,
                pausedSince,
                state,
                null,
                null);
        return TaskFigures.of(
                        FROM,
                        ENDED,
                        "2021-Q1",
                        List.of(),
                        List.of(new HeardVersion<>(UUID.randomUUID(), 1, TOLD_AT, null, milestone)))
                .stream()
                .filter(figure -> figure.value().isPresent())
                .collect(Collectors.toMap(Figure::code, Figure::number));
    }

    @Test
    void what_waits_has_not_fallen_due() {
        assertThat(figures(LocalDate.of(2021, 2, 20), LocalDate.of(2021, 2, 15)))
                .containsEntry(TaskFigures.DUE, 0L)
                .containsEntry(TaskFigures.OVERDUE, 0L);
    }

    @Test
    void what_was_overdue_when_the_pause_began_stays_so() {
        assertThat(figures(LocalDate.of(2021, 2, 10), LocalDate.of(2021, 2, 15)))
                .containsEntry(TaskFigures.DUE, 1L)
                .containsEntry(TaskFigures.OVERDUE, 1L);
    }

    @Test
    void what_is_accepted_while_the_limit_is_paused_fell_due_on_its_day() {
        assertThat(figures(LocalDate.of(2021, 2, 10), LocalDate.of(2021, 2, 5), "ACCEPTED"))
                .containsEntry(TaskFigures.DUE, 1L)
                .containsEntry(TaskFigures.ACCEPTED, 1L);
    }

    @Test
    void what_waits_from_before_the_period_is_not_carried_over() {
        assertThat(figures(LocalDate.of(2020, 12, 30), LocalDate.of(2020, 12, 20)))
                .containsEntry(TaskFigures.CARRIED_OVER, 0L);
        assertThat(figures(LocalDate.of(2020, 12, 30), LocalDate.of(2020, 12, 31)))
                .containsEntry(TaskFigures.CARRIED_OVER, 1L);
    }

    /** A feedback and the milestone that it has armed are one thing: they are overdue on the same days. */
    @ParameterizedTest
    @CsvSource({
        "2021-02-24, ",
        "2021-02-25, ",
        "2021-02-26, ",
        "2021-02-24, 2021-02-23",
        "2021-02-24, 2021-02-24",
        "2021-02-24, 2021-02-25"
    })
    void a_milestone_is_overdue_as_the_feedback_is(LocalDate dueOn, LocalDate pausedSince) {
        FeedbackState feedback = new FeedbackState(
                "POST", "SUPPLEMENT_REQUESTED", LocalDate.of(2021, 2, 10), dueOn, pausedSince, null, null);

        assertThat(figures(dueOn, pausedSince).get(TaskFigures.OVERDUE)).isEqualTo(feedback.isOverdue(ENDED) ? 1 : 0);
    }
}
