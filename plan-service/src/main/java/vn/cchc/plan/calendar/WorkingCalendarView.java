package vn.cchc.plan.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.Bounds;

/** The table of working days in force. */
@Schema(name = "WorkingCalendar")
public record WorkingCalendarView(
        @Schema(
                required = true,
                examples = "VN-2026.1",
                description = "Names the table wherever a due day is explained")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String version,

        @Schema(required = true, examples = "2026-11-23") LocalDate publishedOn,

        @Schema(required = true, examples = "[2020, 2021]", description = "The years that it covers")
        @Size(max = CalendarYearView.LAST - CalendarYearView.FIRST + 1)
        List<@Min(CalendarYearView.FIRST) @Max(CalendarYearView.LAST) Integer> years,

        @Schema(required = true) Missing missing) {

    /** Days before the start of a year from which a missing table is reported. */
    static final int WANTED_DAYS_BEFORE = 90;

    /** The first year, from today on, without a table. */
    @Schema(name = "MissingCalendarYear")
    public record Missing(
            @Schema(required = true, examples = "2028") @Max(Bounds.LAST_YEAR)
            int year,

            @Schema(required = true, examples = "365", description = "Days until it begins; 0 once it has begun")
            long daysLeft,

            @Schema(required = true, description = "It begins within 90 days, or has begun: its table is wanted")
            boolean wanted,

            @Schema(
                    required = true,
                    description =
                            "A release of the program has brought it, and an administrator's table is in force: propose the year"
                                    + " alone to take it over")
            boolean inProgram) {}

    static WorkingCalendarView of(WorkingCalendar calendar, WorkingCalendar ofProgram, LocalDate today) {
        int year = calendar.firstYearWithoutTable(today.getYear());
        long left = calendar.daysLeft(today);
        return new WorkingCalendarView(
                calendar.version(),
                calendar.table().publishedOn(),
                List.copyOf(calendar.table().years().keySet()),
                new Missing(year, left, left <= WANTED_DAYS_BEFORE, ofProgram.covers(year)));
    }
}
