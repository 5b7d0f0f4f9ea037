package vn.cchc.plan.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.CalendarTable.Confidence;
import vn.cchc.platform.calendar.CalendarTable.Holiday;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.BilingualText;

/** The days of one year that deviate from the regular week. */
@Schema(name = "CalendarYear")
public record CalendarYearView(
        @Schema(required = true, examples = "2021") @Min(CalendarYearView.FIRST) @Max(CalendarYearView.LAST)
        int year,

        @Schema(required = true, examples = "VN-2026.1", description = "Version of the table in force")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String version,

        @Schema(
                required = true,
                description =
                        "Whether the table covers the year; otherwise its days off are proposed, and what is counted with"
                                + " them is provisional")
        boolean decided,

        @Schema(required = true, description = "Besides Saturdays and Sundays, in the order of days")
        @Size(max = 2 * CalendarYearView.DAYS)
        List<DayOff> daysOff,

        @Schema(required = true, description = "Weekend days that are worked, in the order of days")
        @Size(max = CalendarYearView.DAYS)
        List<MakeUpWorkday> makeUpWorkdays,

        @Schema(required = true, description = "Days off that are under discussion: shown, never counted")
        @Size(max = CalendarYearView.DAYS)
        List<DayOff> underDiscussion) {

    /** A day off. */
    @Schema(name = "DayOff")
    public record DayOff(
            @Schema(required = true, examples = "2021-02-12")
            LocalDate day,

            @Schema(required = true) BilingualText name,
            @Schema(required = true) Confidence confidence,

            @Schema(required = true, description = "Where it is taken from") @Size(max = ProposeRevision.LONGEST_BASIS)
            String basis) {}

    /** A weekend day that is worked in exchange for a weekday off. */
    @Schema(name = "MakeUpWorkday")
    public record MakeUpWorkday(
            @Schema(required = true, examples = "2025-04-26")
            LocalDate day,

            @Schema(required = true, examples = "2025-05-02", description = "The weekday that is off instead")
            LocalDate dayOff,

            @Schema(required = true) Confidence confidence,

            @Schema(required = true, description = "Where it is taken from") @Size(max = ProposeRevision.LONGEST_BASIS)
            String basis) {}

    /** Plausible range of years; anything outside is a typing error. */
    static final int FIRST = 1900;

    static final int LAST = 2200;

    /** Of a leap year. */
    static final int DAYS = 366;

    private static final String EXCHANGED_VI = "Nghỉ hoán đổi";
    private static final String EXCHANGED_EN = "Exchanged workday";

    static CalendarYearView of(int year, WorkingCalendar calendar) {
        CalendarTable.Year days = calendar.year(year);
        Stream<DayOff> exchanged = days.swaps().stream()
                .map(swap -> new DayOff(
                        swap.dayOff(), BilingualText.of(EXCHANGED_VI, EXCHANGED_EN), swap.confidence(), swap.basis()));
        return new CalendarYearView(
                year,
                calendar.version(),
                calendar.covers(year),
                inOrder(Stream.concat(daysOff(days.holidays()), exchanged)),
                days.swaps().stream()
                        .map(swap ->
                                new MakeUpWorkday(swap.makeUpWorkday(), swap.dayOff(), swap.confidence(), swap.basis()))
                        .sorted(Comparator.comparing(MakeUpWorkday::day))
                        .toList(),
                inOrder(daysOff(days.proposed())));
    }

    private static Stream<DayOff> daysOff(List<Holiday> holidays) {
        return holidays.stream().flatMap(holiday -> holiday.dates().stream()
                .map(day -> new DayOff(day, holiday.name(), holiday.confidence(), holiday.basis())));
    }

    private static List<DayOff> inOrder(Stream<DayOff> days) {
        return days.sorted(Comparator.comparing(DayOff::day)).toList();
    }
}
