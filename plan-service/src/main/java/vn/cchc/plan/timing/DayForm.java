package vn.cchc.plan.timing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A day, whose year may be left out: {@code day = (["ngày"] (d "/" m ["/" y] | d "tháng" m ["năm" y]) | "ngày" "cuối" ["cùng"]
 * ["của"] "tháng" m ["năm" y]) [("năm sau" | "năm trước" | "hằng năm")]}.
 */
final class DayForm implements Production<DayForm.Day> {

    /** @param printedYear whether the text names the year, and does not leave it to the plan */
    record Day(LocalDate date, boolean printedYear) {}

    private static final Pattern SEPARATOR = Pattern.compile("[/.-]");
    private static final int FIRST_YEAR = 1000;
    private static final int CENTURY = 100;

    private final int planYear;

    DayForm(int planYear) {
        this.planYear = planYear;
    }

    static String words(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    @Override
    public Optional<Day> read(Tokens tokens) {
        if (tokens.read("ngay") && (tokens.read("cuoi cung") || tokens.read("cuoi"))) {
            tokens.read("cua");
            return ofMonth(tokens, 0);
        }
        Optional<Token> numeric = tokens.token(Token.Kind.DATE);
        if (numeric.isPresent()) {
            List<String> parts = SEPARATOR.splitAsStream(numeric.get().folded()).toList();
            int first = Integer.parseInt(parts.get(0));
            int month = Integer.parseInt(parts.get(1));
            return parts.size() == 3 ? day(year(parts.get(2)), month, first, true) : withoutYear(tokens, month, first);
        }
        OptionalInt day = tokens.number(1, 31);
        return day.isEmpty() ? Optional.empty() : ofMonth(tokens, day.getAsInt());
    }

    /** "26" is 2026 in the plans of the years beside it, and no year in others. */
    private int year(String printed) {
        int year = Integer.parseInt(printed);
        int full = planYear / CENTURY * CENTURY + year;
        return printed.length() == 2 && Math.abs(full - planYear) <= 1 ? full : year;
    }

    /** @param day of the month; 0 for its last */
    private Optional<Day> ofMonth(Tokens tokens, int day) {
        if (!tokens.read("thang")) {
            return Optional.empty();
        }
        Optional<Token> monthAndYear = tokens.token(Token.Kind.MONTH);
        if (monthAndYear.isPresent()) {
            String[] parts = monthAndYear.get().folded().split("/", -1);
            return day(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]), day, true);
        }
        OptionalInt month = tokens.number(1, 12);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        return withoutYear(tokens, month.getAsInt(), day);
    }

    private Optional<Day> withoutYear(Tokens tokens, int month, int day) {
        Optional<Integer> year = YearForm.after(tokens, planYear);
        return day(year.orElse(planYear), month, day, year.isPresent());
    }

    private static Optional<Day> day(int year, int month, int day, boolean printedYear) {
        // An earlier year is a slip of the pen; any other is a finding.
        if (year < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Day(
                    day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day), printedYear));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> print(Day day) {
        return Optional.of("ngày " + words(day.date()));
    }
}
