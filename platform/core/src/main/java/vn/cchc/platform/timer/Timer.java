package vn.cchc.platform.timer;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A one-time action at a given time.
 *
 * @param kind identifies the {@link TimerHandler}
 * @param id the aggregate
 * @param step identifies the action among those of the aggregate, e.g. the day to mark or the stage of a recount
 * @param basis what the time was computed from; part of the identity
 * @param dueAt business time
 */
public record Timer(String kind, UUID id, String step, String basis, OffsetDateTime dueAt) {}
