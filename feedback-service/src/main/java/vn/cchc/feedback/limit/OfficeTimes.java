package vn.cchc.feedback.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.cchc.platform.time.VietnamTime;

/**
 * When an office is open on a working day; closed from {@code lunchFrom} to {@code lunchTo}.
 *
 * @param lunchFrom  {@code null}, as {@code lunchTo} then, for an office without a break
 * @param legalBasis the decision, or that it is the usual practice
 */
@Embeddable
public record OfficeTimes(
        @Column(name = "opens_at", nullable = false) LocalTime opensAt,
        @Column(name = "lunch_from") LocalTime lunchFrom,
        @Column(name = "lunch_to") LocalTime lunchTo,
        @Column(name = "closes_at", nullable = false) LocalTime closesAt,
        @Column(name = "legal_basis", nullable = false) String legalBasis) {

    /** Shorter days would only hide a typing error; it bounds the days of a count ({@code ck_office_hours_length}). */
    public static final Duration SHORTEST = Duration.ofHours(4);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public OfficeTimes {
        if (!areHours(opensAt, lunchFrom, lunchTo, closesAt)) {
            throw new IllegalArgumentException(
                    "No office hours: %s, %s to %s, %s".formatted(opensAt, lunchFrom, lunchTo, closesAt));
        }
    }

    /** Office hours as they are entered; empty where the times do not follow one another, or the day is too short. */
    public static Optional<OfficeTimes> of(
            LocalTime opensAt, LocalTime lunchFrom, LocalTime lunchTo, LocalTime closesAt, String legalBasis) {
        return areHours(opensAt, lunchFrom, lunchTo, closesAt)
                ? Optional.of(new OfficeTimes(opensAt, lunchFrom, lunchTo, closesAt, legalBasis))
                : Optional.empty();
    }

    private static boolean areHours(LocalTime opensAt, LocalTime lunchFrom, LocalTime lunchTo, LocalTime closesAt) {
        if (lunchFrom == null || lunchTo == null) {
            return lunchFrom == null
                    && lunchTo == null
                    && opensAt.isBefore(closesAt)
                    && Duration.between(opensAt, closesAt).compareTo(SHORTEST) >= 0;
        }
        return opensAt.isBefore(lunchFrom)
                && lunchFrom.isBefore(lunchTo)
                && lunchTo.isBefore(closesAt)
                && Duration.between(opensAt, lunchFrom)
                                .plus(Duration.between(lunchTo, closesAt))
                                .compareTo(SHORTEST)
                        >= 0;
    }

    /** Office time of a day that is worked, in order. */
    List<OfficeSession> on(LocalDate day) {
        return lunchFrom == null
                ? List.of(session(day, opensAt, closesAt))
                : List.of(session(day, opensAt, lunchFrom), session(day, lunchTo, closesAt));
    }

    private static OfficeSession session(LocalDate day, LocalTime from, LocalTime to) {
        return new OfficeSession(
                day.atTime(from).atZone(VietnamTime.ZONE).toInstant(),
                day.atTime(to).atZone(VietnamTime.ZONE).toInstant());
    }

    /** As printed: {@code 07:30–11:30, 13:30–17:00}. */
    String printed() {
        List<LocalTime> times =
                lunchFrom == null ? List.of(opensAt, closesAt) : List.of(opensAt, lunchFrom, lunchTo, closesAt);
        return IntStream.iterate(0, i -> i < times.size(), i -> i + 2)
                .mapToObj(i -> TIME.format(times.get(i)) + "–" + TIME.format(times.get(i + 1)))
                .collect(Collectors.joining(", "));
    }
}
