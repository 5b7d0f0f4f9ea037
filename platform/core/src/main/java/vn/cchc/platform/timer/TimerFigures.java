package vn.cchc.platform.timer;

import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import vn.cchc.platform.metrics.StoredFigures;
import vn.cchc.platform.metrics.StoredGauge;

/** How late the timers of each kind are. */
@Singleton
class TimerFigures implements StoredFigures {

    /** A timer that failed is due again within this time, and late since it was due first. */
    private static final String RETRIED_WITHIN = "interval '30 seconds'";

    private final List<String> kinds;

    TimerFigures(@All List<TimerHandler> handlers) {
        this.kinds = handlers.stream().map(TimerHandler::kind).sorted().toList();
    }

    @Override
    public String query() {
        return kinds.stream()
                .map(kind -> """
                        greatest(0, (
                            SELECT extract(epoch FROM business_time() - min(due_at)) FROM timer
                            WHERE kind = '%s' AND done_at IS NULL
                            AND greatest(due_at, retry_at) <= business_time() + %s))""".formatted(kind, RETRIED_WITHIN))
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    @Override
    public List<StoredGauge> gauges() {
        return kinds.stream()
                .map(kind -> new StoredGauge(
                        "cchc.timers.late",
                        "seconds",
                        "How long the oldest timer of the kind has been due without being carried out",
                        Tags.of("kind", kind)))
                .toList();
    }
}
