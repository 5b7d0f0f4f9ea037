package vn.cchc.feedback.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.feedback.escalation.Ladder.Step;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.calendar.WorkingCalendar;

class LadderTest {

    private static final WorkingCalendar CALENDAR = ShippedTable.calendar();
    private static final LocalDate FRIDAY = LocalDate.parse("2021-01-15");

    private static final Step THREE_DAYS = new Step("DUE_IN_3_DAYS", -3, Recipient.OFFICER_UNIT);
    private static final Step ONE_DAY = new Step("DUE_IN_1_DAY", -1, Recipient.OFFICER_UNIT);
    private static final Step OVERDUE = new Step("OVERDUE", 1, Recipient.OFFICER_UNIT);
    private static final Step LEADER = new Step("ESCALATED_TO_LEADER", 3, Recipient.LEADER);

    private static Ladder ladder(UUID authority, String from, String to, Step... steps) {
        return new Ladder(authority, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), List.of(steps));
    }

    private final Ladder ladder = ladder(null, "2000-01-01", null, LEADER, OVERDUE, ONE_DAY, THREE_DAYS);

    /** Saturday, 27 February 2021 is off; Tết of 2021 is from 10 to 16 February; Saturday, 26 April 2025 is worked. */
    @ParameterizedTest
    @CsvSource({
        "2021-01-15, -3, 2021-01-12",
        "2021-01-15, -1, 2021-01-14",
        "2021-01-15, 0, 2021-01-15",
        "2021-01-15, 1, 2021-01-18",
        "2021-01-15, 5, 2021-01-22",
        "2021-02-27, -1, 2021-02-25",
        "2021-02-27, 0, 2021-02-26",
        "2021-02-27, 1, 2021-03-01",
        "2021-02-17, -1, 2021-02-09",
        "2021-02-17, -3, 2021-02-05",
        "2021-02-09, 1, 2021-02-17",
        "2025-04-28, -1, 2025-04-26"
    })
    void a_step_is_due_on_a_working_day(LocalDate dueOn, int workingDays, LocalDate expected) {
        Step step = new Step("STEP", workingDays, Recipient.LEADER);

        assertThat(step.dayOf(dueOn, CALENDAR)).isEqualTo(expected);
    }

    @Test
    void before_its_first_step_nothing_is_reached() {
        Ladder.Standing standing = ladder.on(LocalDate.parse("2021-01-11"), FRIDAY, CALENDAR);

        assertThat(standing)
                .isEqualTo(new Ladder.Standing(List.of(), Map.of(), Optional.of(LocalDate.parse("2021-01-12"))));
    }

    @Test
    void a_later_step_overtakes_those_of_its_recipient() {
        Ladder.Standing standing = ladder.on(LocalDate.parse("2021-01-18"), FRIDAY, CALENDAR);

        assertThat(standing.reached()).containsExactly(THREE_DAYS, ONE_DAY, OVERDUE);
        assertThat(standing.reached()).filteredOn(standing::isCurrent).containsExactly(OVERDUE);
        assertThat(standing.next()).contains(LocalDate.parse("2021-01-20"));
    }

    @Test
    void after_its_last_step_nothing_follows_and_each_recipient_has_one() {
        Ladder.Standing standing = ladder.on(LocalDate.parse("2021-03-01"), FRIDAY, CALENDAR);

        assertThat(standing.reached()).filteredOn(standing::isCurrent).containsExactly(OVERDUE, LEADER);
        assertThat(standing.next()).isEmpty();
    }

    @Test
    void the_ladder_of_the_authority_precedes_that_of_the_country_while_it_is_valid() {
        UUID authority = UUID.randomUUID();
        Ladder own = ladder(authority, "2021-01-01", "2021-01-31", LEADER);
        List<Ladder> all = List.of(own, ladder, ladder(UUID.randomUUID(), "2021-01-01", null));

        assertThat(Ladder.choose(all, authority, LocalDate.parse("2020-12-31"))).contains(ladder);
        assertThat(Ladder.choose(all, authority, LocalDate.parse("2021-01-01"))).contains(own);
        assertThat(Ladder.choose(all, authority, LocalDate.parse("2021-01-31"))).contains(own);
        assertThat(Ladder.choose(all, authority, LocalDate.parse("2021-02-01"))).contains(ladder);
        assertThat(Ladder.choose(List.of(own), UUID.randomUUID(), LocalDate.parse("2021-01-01")))
                .isEmpty();
    }
}
