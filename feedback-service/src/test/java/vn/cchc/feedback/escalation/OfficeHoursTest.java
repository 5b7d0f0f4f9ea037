package vn.cchc.feedback.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.calendar.WorkingCalendar;

class OfficeHoursTest {

    private static final WorkingCalendar CALENDAR = ShippedTable.calendar();

    private final OfficeHours hours = new OfficeHours(LocalTime.of(7, 30), LocalTime.of(17, 0), CALENDAR);

    /** The 15th is a Friday; Tết of 2021 is from 10 to 16 February; Saturday, 26 April 2025 is worked. */
    @ParameterizedTest
    @CsvSource({
        "2021-01-15T07:29:59+07:00, false, 2021-01-15T07:30:00+07:00",
        "2021-01-15T07:30:00+07:00, true,  2021-01-18T07:30:00+07:00",
        "2021-01-15T16:59:59+07:00, true,  2021-01-18T07:30:00+07:00",
        "2021-01-15T17:00:00+07:00, false, 2021-01-18T07:30:00+07:00",
        "2021-01-15T00:30:00Z,      true,  2021-01-18T07:30:00+07:00",
        "2021-01-14T23:00:00Z,      false, 2021-01-15T07:30:00+07:00",
        "2021-01-16T09:00:00+07:00, false, 2021-01-18T07:30:00+07:00",
        "2021-02-09T18:00:00+07:00, false, 2021-02-17T07:30:00+07:00",
        "2025-04-26T09:00:00+07:00, true,  2025-04-28T07:30:00+07:00"
    })
    void the_office_is_open_on_working_days(OffsetDateTime moment, boolean open, OffsetDateTime opening) {
        assertThat(hours.include(moment)).isEqualTo(open);
        assertThat(hours.nextOpening(moment)).isEqualTo(opening);
    }

    @Test
    void an_office_that_closes_before_it_opens_is_refused() {
        assertThatThrownBy(() -> new OfficeHours(LocalTime.of(17, 0), LocalTime.of(7, 30), CALENDAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cchc.reminders.opens (17:00)");
    }
}
