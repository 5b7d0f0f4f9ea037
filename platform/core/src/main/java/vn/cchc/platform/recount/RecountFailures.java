package vn.cchc.platform.recount;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Due days that this replica failed to recompute. A failure fails its whole batch; the batch is then processed one by
 * one, and a due day that has failed {@value #TRIES} times is skipped and keeps its day. Counted in {@code
 * cchc_recount_passed_over_total}. In memory: another replica, or this one after a restart, tries again.
 */
@ApplicationScoped
class RecountFailures {

    private static final Logger LOG = Logger.getLogger(RecountFailures.class);
    private static final int TRIES = 3;

    private final Counter passedOver;

    /** How many are still to be processed one by one, by calendar revision. */
    private final Map<UUID, Integer> singly = new ConcurrentHashMap<>();

    /** Failures by recount and due day; removed with the recount. */
    private final Map<UUID, Map<UUID, Integer>> tries = new ConcurrentHashMap<>();

    RecountFailures(MeterRegistry meters) {
        this.passedOver = Counter.builder("cchc.recount.passed.over")
                .description(
                        "Open due days that this replica could not recount, and that keep their day, since its start")
                .register(meters);
    }

    /** Size of the next batch. */
    int atMost(UUID calendarId) {
        return singly.containsKey(calendarId) ? 1 : Recounts.TOGETHER;
    }

    List<DueDays.Place> without(UUID calendarId, List<DueDays.Place> places) {
        Map<UUID, Integer> failed = tries.getOrDefault(calendarId, Map.of());
        return places.stream()
                .filter(place -> failed.getOrDefault(place.id(), 0) < TRIES)
                .toList();
    }

    /** Forgets the recount: the next one retries everything. */
    void end(UUID calendarId) {
        tries.remove(calendarId);
        singly.remove(calendarId);
    }

    void counted(UUID calendarId, int places) {
        singly.computeIfPresent(calendarId, (id, left) -> left <= places || places == 0 ? null : left - places);
    }

    void failed(UUID calendarId, List<DueDays.Place> places, RuntimeException cause) {
        if (places.size() > 1) {
            singly.put(calendarId, places.size());
            LOG.warnf("A batch of recount %s is retried row by row: %s", calendarId, cause.toString());
            return;
        }
        for (DueDays.Place place : places) {
            Map<UUID, Integer> failed = tries.computeIfAbsent(calendarId, any -> new ConcurrentHashMap<>());
            if (failed.merge(place.id(), 1, Integer::sum) == TRIES) {
                passedOver.increment();
                LOG.errorf(cause, "Recount %s skips %s of authority %s", calendarId, place.id(), place.authorityId());
            }
        }
    }
}
