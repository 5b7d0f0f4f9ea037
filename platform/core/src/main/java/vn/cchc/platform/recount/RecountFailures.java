package vn.cchc.platform.recount;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Which due days this replica could not count anew. One that fails makes its whole part fail; then the part is gone through one by one,
 * and the one that has failed {@value #TRIES} times is passed over: it keeps the day that it has. Counted in
 * {@code cchc_recount_passed_over_total}; another replica, or this one after a start, finds out for itself.
 */
@ApplicationScoped
class RecountFailures {

    private static final Logger LOG = Logger.getLogger(RecountFailures.class);
    private static final int TRIES = 3;

    private final MeterRegistry meters;

    /** How many are still to be counted one by one, by the revision of the calendar. */
    private final Map<UUID, Integer> singly = new ConcurrentHashMap<>();

    /** How often one has failed in a recount; forgotten with the recount. */
    private final Map<UUID, Map<UUID, Integer>> tries = new ConcurrentHashMap<>();

    RecountFailures(MeterRegistry meters) {
        this.meters = meters;
    }

    /** How many due days to count together next. */
    int atMost(UUID calendarId) {
        return singly.containsKey(calendarId) ? 1 : Recounts.TOGETHER;
    }

    List<DueDays.Place> without(UUID calendarId, List<DueDays.Place> places) {
        Map<UUID, Integer> failed = tries.getOrDefault(calendarId, Map.of());
        return places.stream()
                .filter(place -> failed.getOrDefault(place.id(), 0) < TRIES)
                .toList();
    }

    /** Nothing is left of it: the next one tries all again. */
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
            LOG.warnf("A part of recount %s is gone through one by one: %s", calendarId, cause.toString());
            return;
        }
        for (DueDays.Place place : places) {
            Map<UUID, Integer> failed = tries.computeIfAbsent(calendarId, any -> new ConcurrentHashMap<>());
            if (failed.merge(place.id(), 1, Integer::sum) == TRIES) {
                meters.counter("cchc.recount.passed.over").increment();
                LOG.errorf(
                        cause,
                        "Recount %s passes over %s of authority %s",
                        calendarId,
                        place.id(),
                        place.authorityId());
            }
        }
    }
}
