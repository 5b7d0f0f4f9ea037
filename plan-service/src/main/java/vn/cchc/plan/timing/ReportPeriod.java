package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.Objects;

/** A reporting period. */
public record ReportPeriod(int year, Part part) {

    /** Of a key, in characters. */
    public static final int LONGEST_KEY = 7;

    public ReportPeriod {
        Objects.requireNonNull(part, "part");
    }

    /** Stable key in ids and events: {@code 2021-Q1}, {@code 2021-H1}, {@code 2021-Y2}, {@code 2021}. */
    public String key() {
        return part == Part.YEAR ? Integer.toString(year) : year + "-" + part.code;
    }

    /** Display name. */
    public String label() {
        return part.name.formatted(year);
    }

    /** The first day of the period. */
    public LocalDate first() {
        return part.in(year).first();
    }

    /** Reporting periods within a year. */
    public enum Part {
        Q1("Q1", "Quý I/%d"),
        Q2("Q2", "Quý II/%d"),
        Q3("Q3", "Quý III/%d"),
        Q4("Q4", "Quý IV/%d"),
        H1("H1", "6 tháng đầu năm %d"),
        M9("M9", "9 tháng đầu năm %d"),
        /** The first of two yearly reports: "năm lần 01". */
        YEAR_FIRST("Y1", "Năm %d, lần 01"),
        /** The second of two yearly reports: "lần 02". */
        YEAR_SECOND("Y2", "Năm %d, lần 02"),
        YEAR("", "Năm %d");

        private final String code;
        private final String name;

        Part(String code, String name) {
            this.code = code;
            this.name = name;
        }

        boolean isQuarter() {
            return this == Q1 || this == Q2 || this == Q3 || this == Q4;
        }

        /** The part of the year that is reported on. */
        PartOfYear in(int year) {
            return switch (this) {
                case Q1 -> new PartOfYear(PartOfYear.Unit.QUARTER, 1, year);
                case Q2 -> new PartOfYear(PartOfYear.Unit.QUARTER, 2, year);
                case Q3 -> new PartOfYear(PartOfYear.Unit.QUARTER, 3, year);
                case Q4 -> new PartOfYear(PartOfYear.Unit.QUARTER, 4, year);
                case H1 -> new PartOfYear(PartOfYear.Unit.HALF, 1, year);
                case M9 -> new PartOfYear(PartOfYear.Unit.NINE_MONTHS, 1, year);
                case YEAR, YEAR_FIRST, YEAR_SECOND -> new PartOfYear(PartOfYear.Unit.YEAR, 1, year);
            };
        }

        static Part quarter(int number) {
            return switch (number) {
                case 1 -> Q1;
                case 2 -> Q2;
                case 3 -> Q3;
                case 4 -> Q4;
                default -> throw new IllegalArgumentException("There is no quarter " + number);
            };
        }
    }
}
