package vn.cchc.reporting.regime;

/**
 * What a report is for, by the name that the plan's schedule gives it: {@code 2021-Q1}, {@code 2021-H1}, {@code 2021-Y2},
 * {@code 2021}. It says nothing about when the report is due or what days it counts: these a regime sets.
 */
public record ReportingPeriod(int year, PeriodKind kind) {

    public String code() {
        return kind.isYear() ? String.valueOf(year) : year + "-" + kind.code();
    }

    /** "quý I năm 2021". */
    public String label() {
        return kind.label(year);
    }
}
