package vn.cchc.plan.importing;

import java.util.List;
import vn.cchc.plan.plan.FindingView;

/**
 * The reading of an import as it is shown.
 *
 * @param findings the gravest first
 * @param rows in printed order
 */
record ShownReading(ImportReading.Summary summary, List<FindingView> findings, List<ImportReading.RowReading> rows) {

    static ShownReading of(PlanReading reading) {
        List<FindingView> findings = reading.findingViews();
        List<ImportReading.RowReading> rows = ImportReading.rows(reading);
        return new ShownReading(ImportReading.summary(reading, rows, findings.size()), findings, rows);
    }
}
