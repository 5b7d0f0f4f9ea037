package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a report is for, by the name that the plan's schedule gives it: {@code 2021-Q1}, {@code 2021-H1}, {@code 2021-Y2},
 * {@code 2021}. It says nothing about when the report is due or what days it counts: these are facts of their own.
 */
public record ReportingPeriod(int year, Part part) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(Q1|Q2|Q3|Q4|H1|M9|Y1|Y2))?");

    /** The parts of a year that reports are written for. */
    public enum Part {
        Q1("quý I năm %d"),
        Q2("quý II năm %d"),
        Q3("quý III năm %d"),
        Q4("quý IV năm %d"),
        H1("6 tháng đầu năm %d"),
        M9("9 tháng đầu năm %d"),
        /** The first of two yearly reports, written before the year is over. */
        Y1("năm %d (lần 01)"),
        Y2("năm %d (lần 02)"),
        YEAR("năm %d");

        private final String label;

        Part(String label) {
            this.label = label;
        }
    }

    /** Reads a code; empty when it is none. */
    public static Optional<ReportingPeriod> of(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Part part = matcher.group(2) == null ? Part.YEAR : Part.valueOf(matcher.group(2));
        return Optional.of(new ReportingPeriod(Integer.parseInt(matcher.group(1)), part));
    }

    public String code() {
        return part == Part.YEAR ? String.valueOf(year) : year + "-" + part.name();
    }

    /** "quý I năm 2021". */
    public String label() {
        return part.label.formatted(year);
    }

    /** The first day of the year. */
    public LocalDate firstOfJanuary() {
        return LocalDate.of(year, 1, 1);
    }
}
