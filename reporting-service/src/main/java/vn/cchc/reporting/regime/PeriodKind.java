package vn.cchc.reporting.regime;

/**
 * A reporting period within a year.
 *
 * @param code suffix in the plan's schedule, e.g. {@code Q1}; {@link #YEAR} for the year itself
 * @param label display name with {@code {year}} as placeholder: "quý I năm {year}"
 */
public record PeriodKind(String code, String label) {

    static final String YEAR = "YEAR";

    String label(int year) {
        return label.replace("{year}", String.valueOf(year));
    }

    boolean isYear() {
        return code.equals(YEAR);
    }
}
