package vn.cchc.feedback.register;

import jakarta.inject.Singleton;
import java.util.List;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.metrics.StoredFigures;
import vn.cchc.platform.metrics.StoredGauge;

/** Open cases of all authorities, and what becomes of their limit. */
@Singleton
class RegisterFigures implements StoredFigures {

    private static final String DUE_AT = HandlingLimit.dueAtSql("due_at", "due_on");

    private static final String QUERY =
            """
            SELECT
                count(*),
                count(*) FILTER (WHERE %2$s),
                count(*) FILTER (WHERE paused_since IS NULL
                    AND %1$s > business_time() AND %1$s <= business_time() + interval '2 days')
            FROM feedback WHERE ended_on IS NULL""".formatted(DUE_AT, HandlingLimit.overdueSql(DUE_AT, "paused_since", "business_time()"));

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public List<StoredGauge> gauges() {
        return List.of(
                new StoredGauge(
                        "cchc.feedback.open", null, "Open feedback: neither answered, refused, referred nor withdrawn"),
                new StoredGauge("cchc.feedback.overdue", null, "Open feedback past its limit"),
                new StoredGauge("cchc.feedback.due.soon", null, "Open feedback whose limit ends within two days"));
    }
}
