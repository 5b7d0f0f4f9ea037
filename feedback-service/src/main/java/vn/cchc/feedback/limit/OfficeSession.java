package vn.cchc.feedback.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An unbroken stretch of office time.
 *
 * @param to the first moment after it
 */
public record OfficeSession(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }

    /** What of it lies between two moments; empty where nothing does. */
    Optional<OfficeSession> between(Instant notBefore, Instant notAfter) {
        Instant begin = from.isBefore(notBefore) ? notBefore : from;
        Instant end = to.isAfter(notAfter) ? notAfter : to;
        return begin.isBefore(end) ? Optional.of(new OfficeSession(begin, end)) : Optional.empty();
    }
}
