package vn.cchc.feedback.attachment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.timer.HourlyPurge;
import vn.cchc.platform.timer.Timers;

/** Deletes uploads that have expired before a feedback named them. */
@Singleton
class UploadPurge extends HourlyPurge {

    /** Of 20 MB at most each, in chunks of 2 KB: more would take a transaction longer than a statement may run. */
    private static final int AT_ONCE = 20;

    private static final String DELETE = """
            DELETE FROM attachment WHERE id IN
            (SELECT id FROM attachment WHERE feedback_id IS NULL AND expires_at < ?1 ORDER BY expires_at LIMIT ?2
            FOR UPDATE SKIP LOCKED)""";

    private final EntityManager entities;
    private final UploadCounts counts;
    private final Clock systemClock;

    UploadPurge(
            Timers timers, EntityManager entities, UploadCounts counts, Clock clock, @SystemClock Clock systemClock) {
        super("upload-purge", timers, clock);
        this.entities = entities;
        this.counts = counts;
        this.systemClock = systemClock;
    }

    @Override
    protected int delete(int atMost) {
        int deleted = entities.createNativeQuery(DELETE)
                .setParameter(1, OffsetDateTime.now(systemClock))
                .setParameter(2, AT_ONCE)
                .executeUpdate();
        counts.purged(deleted);
        return deleted == AT_ONCE ? atMost : deleted;
    }
}
