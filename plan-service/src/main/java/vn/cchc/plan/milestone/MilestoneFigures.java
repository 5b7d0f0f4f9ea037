package vn.cchc.plan.milestone;

import jakarta.inject.Singleton;
import java.util.List;
import vn.cchc.platform.metrics.StoredFigures;
import vn.cchc.platform.metrics.StoredGauge;

/** Milestones of all authorities that are owed. */
@Singleton
class MilestoneFigures implements StoredFigures {

    private static final String QUERY = """
            SELECT count(*), count(*) FILTER (WHERE %s)
            FROM milestone WHERE state IN ('OPEN', 'RETURNED')""".formatted(Milestone.overdueSql("state", "due_sort", "paused_since", TODAY));

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public List<StoredGauge> gauges() {
        return List.of(
                new StoredGauge("cchc.milestones.owed", null, "Milestones with a due day that have not been submitted"),
                new StoredGauge("cchc.milestones.overdue", null, "Owed milestones past their due day"));
    }
}
