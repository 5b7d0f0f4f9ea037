package vn.cchc.platform.event;

import jakarta.inject.Singleton;
import java.util.List;
import vn.cchc.platform.metrics.StoredFigures;
import vn.cchc.platform.metrics.StoredGauge;

/** Whether events leave and arrive: the outbox, the dead letters, the day marks. */
@Singleton
class EventFigures implements StoredFigures {

    private static final String QUERY = """
            SELECT
                coalesce((
                    SELECT extract(epoch FROM business_time() - j.recorded_at)
                    FROM (SELECT position FROM journal_outbox WHERE last_error IS NULL ORDER BY position LIMIT 1) o
                    JOIN journal j USING (position)), 0),
                (SELECT count(*) FROM dead_letter WHERE state IN ('OPEN', 'WAITING')),
                (SELECT business.day - marked_day FROM time_line),
                (SELECT business.day - min(marked_day) FROM heard_to)
            FROM (SELECT %s AS day) business""".formatted(TODAY);

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public List<StoredGauge> gauges() {
        return List.of(
                new StoredGauge(
                        "cchc.outbox.oldest.age",
                        "seconds",
                        "Age of the oldest change that the broker has not acknowledged; refused ones do not count"),
                new StoredGauge(
                        "cchc.dead.letters.open",
                        null,
                        "Dead letters that wait for an operator or for a record before them"),
                new StoredGauge(
                        "cchc.day.mark.age",
                        "days",
                        "Days since the last business day that this service marked as complete: 1 when all is well"),
                new StoredGauge(
                        "cchc.day.mark.heard.age",
                        "days",
                        "Days since the last business day that every consumed partition marked as complete"));
    }
}
