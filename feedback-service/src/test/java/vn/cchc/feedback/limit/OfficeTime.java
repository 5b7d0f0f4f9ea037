package vn.cchc.feedback.limit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.WorkingCalendar;

/** Working time for tests: the office hours that the program comes with, and others beside them. */
final class OfficeTime {

    static final UUID AUTHORITY = new UUID(0, 1);

    private static final OfficeHours USUAL = hours(null, "07:30 11:30 13:30 17:00", "2000-01-01", null);

    private OfficeTime() {}

    static WorkingTime of(WorkingCalendar calendar) {
        return with(calendar);
    }

    static WorkingTime of(CalendarTable table) {
        return with(WorkingCalendar.of(table));
    }

    static WorkingTime with(WorkingCalendar calendar, OfficeHours... others) {
        return new WorkingTime(
                calendar,
                new OfficeHoursTable(
                        Stream.concat(Stream.of(USUAL), Stream.of(others)).toList()),
                AUTHORITY);
    }

    /**
     * @param authorityId {@code null} for the whole country
     * @param times opening, lunch from and to, closing; without a break only the first and the last
     */
    static OfficeHours hours(UUID authorityId, String times, String from, String to) {
        List<LocalTime> parts =
                Stream.of(times.split(" ")).map(LocalTime::parse).toList();
        boolean breaks = parts.size() == 4;
        return new OfficeHours(
                UUID.randomUUID(),
                Optional.ofNullable(authorityId),
                new OfficeTimes(
                        parts.get(0),
                        breaks ? parts.get(1) : null,
                        breaks ? parts.get(2) : null,
                        parts.get(parts.size() - 1),
                        "thường áp dụng"),
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse));
    }
}
