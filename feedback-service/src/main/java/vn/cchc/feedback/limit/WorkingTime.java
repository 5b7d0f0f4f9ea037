package vn.cchc.feedback.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.time.VietnamTime;

/**
 * What limits of an authority are counted with: its working days, and on these its office hours.
 *
 * @param authorityId {@code null} for the whole country
 */
public record WorkingTime(WorkingCalendar calendar, OfficeHoursTable offices, UUID authorityId) {

    /** Office time of a day, in order; none on a day off. */
    List<OfficeSession> sessions(LocalDate day) {
        return calendar.isWorkingDay(day) ? times(day).on(day) : List.of();
    }

    /** The office hours valid on a day. */
    OfficeTimes times(LocalDate day) {
        return offices.on(authorityId, day);
    }

    /** Office time between two moments. */
    Duration between(Instant from, Instant to) {
        return day(from)
                .datesUntil(day(to).plusDays(1))
                .flatMap(day -> sessions(day).stream())
                .map(session -> session.between(from, to))
                .flatMap(Optional::stream)
                .map(OfficeSession::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    public boolean isOpen(OffsetDateTime moment) {
        Instant now = moment.toInstant();
        return sessions(day(now)).stream()
                .anyMatch(session -> !now.isBefore(session.from()) && now.isBefore(session.to()));
    }

    /** When the office opens next after that moment, in the morning or after lunch. */
    public OffsetDateTime nextOpening(OffsetDateTime moment) {
        Instant now = moment.toInstant();
        return Stream.iterate(day(now), day -> day.plusDays(1))
                .flatMap(day -> sessions(day).stream())
                .map(OfficeSession::from)
                .filter(now::isBefore)
                .findFirst()
                .map(VietnamTime::local)
                .orElseThrow();
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(VietnamTime.ZONE).toLocalDate();
    }
}
