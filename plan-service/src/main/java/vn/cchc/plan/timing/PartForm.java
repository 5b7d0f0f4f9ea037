package vn.cchc.plan.timing;

import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.PartOfYear.Unit;

/**
 * A part of the year, whose year may be left out:
 *
 * <pre>
 * part = ("tháng" | "T") m [year] | m "/" y | ("quý" | "Q" ["."]) (I..IV | 1..4) [year]
 *      | "6 tháng" ("đầu" | "cuối") "năm" [y] | "9 tháng đầu năm" [y]
 * </pre>
 */
final class PartForm implements Production<PartForm.Part> {

    /** @param printedYear whether the text names the year, and does not leave it to the plan */
    record Part(PartOfYear part, boolean printedYear) {
        Part in(int year) {
            return new Part(part.in(year), printedYear);
        }
    }

    private static final int LAST_WEEKDAY = 7;

    private final int planYear;

    PartForm(int planYear) {
        this.planYear = planYear;
    }

    @Override
    public Optional<Part> read(Tokens tokens) {
        int start = tokens.position();
        Optional<Part> months = monthsOfYear(tokens);
        if (months.isPresent()) {
            return months;
        }
        tokens.reset(start);
        if (tokens.read("thang")) {
            return numbered(tokens, Unit.MONTH);
        }
        if (tokens.read("t")) {
            return numbered(tokens, Unit.MONTH).filter(part -> part.printedYear() || !isWeekday(part));
        }
        if (tokens.read("quy") || tokens.read("q .") || tokens.read("q")) {
            return numbered(tokens, Unit.QUARTER);
        }
        return monthAndYear(tokens, Unit.MONTH);
    }

    /** "T2" to "T7" are Monday to Saturday as well. */
    private static boolean isWeekday(Part month) {
        return month.part().number() > 1 && month.part().number() <= LAST_WEEKDAY;
    }

    /** The number alone, as in a list: "quý I, <em>II</em>". */
    Optional<Part> numbered(Tokens tokens, Unit unit) {
        Optional<Part> withYear = monthAndYear(tokens, unit);
        if (withYear.isPresent()) {
            return withYear;
        }
        OptionalInt number = unit == Unit.QUARTER ? tokens.roman() : OptionalInt.empty();
        if (number.isEmpty()) {
            number = tokens.number(1, unit.most());
        }
        if (number.isEmpty() && unit == Unit.MONTH) {
            number = NumberWords.read(tokens);
        }
        if (number.isEmpty() || number.getAsInt() > unit.most()) {
            return Optional.empty();
        }
        Optional<Integer> year = YearForm.after(tokens, planYear);
        return Optional.of(new Part(new PartOfYear(unit, number.getAsInt(), year.orElse(planYear)), year.isPresent()));
    }

    /** "6/2025" is a month, "quý 2/2025" a quarter. */
    private static Optional<Part> monthAndYear(Tokens tokens, Unit unit) {
        int before = tokens.position();
        Optional<Token> token = tokens.token(Token.Kind.MONTH);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = token.get().folded().split("/", -1);
        int number = Integer.parseInt(parts[0]);
        int year = Integer.parseInt(parts[1]);
        if (number < 1 || number > unit.most() || year < 2000 || year > 2100) {
            tokens.reset(before);
            return Optional.empty();
        }
        return Optional.of(new Part(new PartOfYear(unit, number, year), true));
    }

    private Optional<Part> monthsOfYear(Tokens tokens) {
        OptionalInt months = tokens.number();
        if (months.isEmpty()) {
            months = NumberWords.read(tokens);
        }
        boolean half = months.isPresent() && months.getAsInt() == 6;
        if (!half && !(months.isPresent() && months.getAsInt() == 9)) {
            return Optional.empty();
        }
        boolean first = tokens.read("thang dau nam");
        if (!first && !(half && tokens.read("thang cuoi nam"))) {
            return Optional.empty();
        }
        tokens.read("/");
        OptionalInt year = tokens.year();
        return Optional.of(new Part(
                new PartOfYear(half ? Unit.HALF : Unit.NINE_MONTHS, first ? 1 : 2, year.orElse(planYear)),
                year.isPresent()));
    }

    @Override
    public Optional<String> print(Part part) {
        return part.part().unit() == Unit.YEAR
                ? Optional.empty()
                : Optional.of(part.part().words());
    }
}
