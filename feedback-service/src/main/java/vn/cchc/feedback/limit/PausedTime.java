package vn.cchc.feedback.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * A completed pause of a limit in working hours.
 *
 * @param to the first moment after it
 * @param officeTime that did not count because of it
 */
public record PausedTime(Instant from, Instant to, Duration officeTime) {}
