package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.calendar.ShippedTable;

class WorkingTimeTest {

    private final WorkingTime time = OfficeTime.of(ShippedTable.calendar());

    /** The 15th is a Friday; Tết of 2021 is from 10 to 16 February; Saturday, 26 April 2025 is worked. */
    @ParameterizedTest
    @CsvSource({
        "2021-01-15T07:29:59+07:00, false, 2021-01-15T07:30:00+07:00",
        "2021-01-15T07:30:00+07:00, true,  2021-01-15T13:30:00+07:00",
        "2021-01-15T11:29:59+07:00, true,  2021-01-15T13:30:00+07:00",
        "2021-01-15T11:30:00+07:00, false, 2021-01-15T13:30:00+07:00",
        "2021-01-15T16:59:59+07:00, true,  2021-01-18T07:30:00+07:00",
        "2021-01-15T17:00:00+07:00, false, 2021-01-18T07:30:00+07:00",
        "2021-01-15T00:30:00Z,      true,  2021-01-15T13:30:00+07:00",
        "2021-01-14T23:00:00Z,      false, 2021-01-15T07:30:00+07:00",
        "2021-01-16T09:00:00+07:00, false, 2021-01-18T07:30:00+07:00",
        "2021-02-09T18:00:00+07:00, false, 2021-02-17T07:30:00+07:00",
        "2025-04-26T14:00:00+07:00, true,  2025-04-28T07:30:00+07:00"
    })
    void the_office_is_open_on_working_days(OffsetDateTime moment, boolean open, OffsetDateTime opening) {
        assertThat(time.isOpen(moment)).isEqualTo(open);
        assertThat(time.nextOpening(moment)).isEqualTo(opening);
    }
}
