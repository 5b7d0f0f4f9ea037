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
        assertThat(CutOffRule.ONE_WORKING_DAY_BETWEEN.cutOff(dueOn, calendars.current()))
                .isEqualTo(cutOff);
    }
}
