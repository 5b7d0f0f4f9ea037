package vn.cchc.reporting.report;

import jakarta.inject.Singleton;
import java.util.List;
import vn.cchc.platform.metrics.StoredFigures;
import vn.cchc.platform.metrics.StoredGauge;

/** Reports of all authorities that their plans owe. */
@Singleton
class OwedReports implements StoredFigures {

    private static final String QUERY = """
            SELECT
                count(*) FILTER (WHERE due_on >= business.day),
                count(*) FILTER (WHERE due_on < business.day)
            FROM due_report, (SELECT %s AS day) business
            WHERE milestone_state IN ('OPEN', 'RETURNED') AND due_on < business.day + 7""".formatted(TODAY);

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public List<StoredGauge> gauges() {
        return List.of(
                new StoredGauge("cchc.reports.due", null, "Reports that are due within seven days and not sent"),
                new StoredGauge("cchc.reports.late", null, "Reports past their due day and not sent"));
    }
}
