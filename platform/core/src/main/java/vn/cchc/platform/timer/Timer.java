package vn.cchc.platform.timer;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Something that must happen once at a time.
 *
 * @param kind what it is about; each has one {@link TimerHandler}
 * @param id the aggregate it is about
 * @param step what is to be done for it, e.g. which reminder
 * @param basis what the time was counted from: with another basis it is another timer
 * @param dueAt business time
 */
public record Timer(String kind, UUID id, String step, String basis, OffsetDateTime dueAt) {}
