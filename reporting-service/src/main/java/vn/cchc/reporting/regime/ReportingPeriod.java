package vn.cchc.reporting.regime;

/**
 * The period of a report, by its name in the plan's schedule: {@code 2021-Q1}, {@code 2021-H1}, {@code 2021-Y2}, {@code
 * 2021}. Due day and days counted are set by a regime.
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
