package vn.cchc.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.testing.LocalServers;

/** With the real table of working days. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class CutOffRuleTest {

    private final WorkingCalendars calendars;

    CutOffRuleTest(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    @ParameterizedTest
    @CsvSource({
        // Due Saturday: Friday the 26th lies between.
        "2021-02-27, 2021-02-25",
        // Due Sunday: Friday the 28th lies between.
        "2021-05-30, 2021-05-27",
        // Due Monday: Friday the 27th lies between.
        "2021-08-30, 2021-08-26",
        // Due Tuesday: Monday the 18th lies between; the weekend before it counts.
        "2021-10-19, 2021-10-17",
        "2021-11-14, 2021-11-11",
        // Tết of 2021 was off from 10 to 16 February.
        "2021-02-17, 2021-02-08",
    })
    void one_working_day_lies_between_the_cut_off_and_the_due_day(LocalDate dueOn, LocalDate cutOff) {
        assertThat(new CutOffRule.WorkingDaysBetween(1).cutOff(dueOn.getYear(), dueOn, calendars.current()))
                .isEqualTo(cutOff);
    }

    @ParameterizedTest
    @CsvSource({
        // The day before, worked or not.
        "0, 2021-02-27, 2021-02-26",
        "0, 2021-03-01, 2021-02-28",
        // Due Saturday: Thursday and Friday lie between.
        "2, 2021-02-27, 2021-02-24",
        // Due Monday: Thursday and Friday before the weekend.
        "2, 2021-08-30, 2021-08-25",
    })
    void as_many_working_days_lie_between_as_the_regime_sets(int days, LocalDate dueOn, LocalDate cutOff) {
        assertThat(new CutOffRule.WorkingDaysBetween(days).cutOff(dueOn.getYear(), dueOn, calendars.current()))
                .isEqualTo(cutOff);
    }

    @ParameterizedTest
    @CsvSource({"2021, 2021-03-20, 2021-03-14", "2021, 2021-03-01, 2021-03-14", "2028, 2028-03-20, 2028-03-14"})
    void a_day_that_the_regime_names_is_the_same_whenever_the_report_is_due(
            int year, LocalDate dueOn, LocalDate cutOff) {
        CutOffRule rule = new CutOffRule.OnDay(new DayOfYear(0, 3, 14));

        assertThat(rule.cutOff(year, dueOn, calendars.current())).isEqualTo(cutOff);
        assertThat(rule.isProvisional(year, dueOn, calendars.current())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2021-02-27, false", "2028-01-04, true", "2028-01-01, false"})
    void it_is_provisional_where_a_day_between_is_of_a_year_without_a_table(LocalDate dueOn, boolean provisional) {
        assertThat(new CutOffRule.WorkingDaysBetween(1).isProvisional(dueOn.getYear(), dueOn, calendars.current()))
                .isEqualTo(provisional);
    }
}
