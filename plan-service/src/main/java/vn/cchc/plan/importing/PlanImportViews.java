package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;

/** Views of imports. */
@ApplicationScoped
class PlanImportViews {

    private final ShownReadings readings;

    PlanImportViews(ShownReadings readings) {
        this.readings = readings;
    }

    PlanImportView of(PlanImport shown) {
        return PlanImportView.of(shown, readings.of(shown));
    }

    /** A draft that was just read. */
    PlanImportView of(PlanImports.Read read) {
        return PlanImportView.of(read.draft(), ShownReading.of(read.reading()));
    }
}
