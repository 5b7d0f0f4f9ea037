package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A month, quarter, half or other part of a year.
 *
 * @param number 1 to 12, 1 to 4, 1 or 2; otherwise 1
 */
record PartOfYear(Unit unit, int number, int year) {

    enum Unit {
        MONTH(1, 12),
        QUARTER(3, 4),
        HALF(6, 2),
        NINE_MONTHS(9, 1),
        YEAR(12, 1);

        private final int months;
        private final int most;

        Unit(int months, int most) {
            this.months = months;
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    PartOfYear {
        if (number < 1 || number > unit.most) {
            throw new IllegalArgumentException("There is no " + unit + " " + number);
        }
    }

    LocalDate first() {
        return YearMonth.of(year, (number - 1) * unit.months + 1).atDay(1);
    }

    LocalDate last() {
        return YearMonth.of(year, number * unit.months).atEndOfMonth();
    }

    PartOfYear in(int other) {
        return new PartOfYear(unit, number, other);
    }

    String words() {
        return switch (unit) {
            case MONTH -> "tháng %d/%d".formatted(number, year);
            case QUARTER -> "quý %s/%d".formatted(ROMAN.get(number - 1), year);
            case HALF -> "6 tháng %s năm %d".formatted(number == 1 ? "đầu" : "cuối", year);
            case NINE_MONTHS -> "9 tháng đầu năm %d".formatted(year);
            case YEAR -> "năm %d".formatted(year);
        };
    }
}
