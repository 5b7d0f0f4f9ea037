package vn.cchc.reporting.regime;

/**
 * A part of a year that reports are written for.
 *
 * @param code its name in the plan's schedule behind the year, e.g. {@code Q1}; {@link #YEAR} for the year itself
 * @param label how staff call it, with {@code {year}} for the year: "quý I năm {year}"
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
