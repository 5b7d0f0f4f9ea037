package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.DayForm.Day;
import vn.cchc.plan.timing.PartForm.Part;
import vn.cchc.plan.timing.PartOfYear.Unit;

/**
 * A span, due at its end: {@code span = ["giai đoạn" | "từ"] end ("-" | "đến" ["hết"]) end}, where both ends are days,
 * parts of the year, or years. The unit and the year may stand at one end only: "quý I–III", "4–5/2027", "10–15/6".
 */
final class SpanClause implements Production<TimingRule> {

    private static final int LONGEST_IN_YEARS = 20;

    private final DayForm days;
    private final PartForm parts;

    SpanClause(int planYear) {
        this.days = new DayForm(planYear);
        this.parts = new PartForm(planYear);
    }

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        if (!tokens.read("giai doan")) {
            tokens.read("trong");
            tokens.read("tu");
        }
        int start = tokens.position();
        return years(tokens)
                .or(() -> {
                    tokens.reset(start);
                    return ofDays(tokens);
                })
                .or(() -> {
                    tokens.reset(start);
                    return ofParts(tokens);
                })
                .or(() -> {
                    tokens.reset(start);
                    return unitAtTheEnd(tokens);
                });
    }

    private static boolean to(Tokens tokens) {
        return tokens.read("-") || tokens.read("den het") || tokens.read("den");
    }

    private static Optional<TimingRule> span(LocalDate from, LocalDate to) {
        return from.isBefore(to) && to.getYear() - from.getYear() <= LONGEST_IN_YEARS
                ? Optional.of(new TimingRule.Fixed("", Deadline.atLatest(to), Optional.of(from)))
                : Optional.empty();
    }

    private static Optional<TimingRule> years(Tokens tokens) {
        tokens.read("nam");
        OptionalInt first = tokens.year();
        if (first.isEmpty() || !to(tokens)) {
            return Optional.empty();
        }
        tokens.read("nam");
        OptionalInt last = tokens.year();
        return last.isEmpty()
                ? Optional.empty()
                : span(LocalDate.of(first.getAsInt(), 1, 1), LocalDate.of(last.getAsInt(), 12, 31));
    }

    private Optional<TimingRule> ofDays(Tokens tokens) {
        Optional<Day> from = days.read(tokens);
        if (from.isEmpty() || !to(tokens)) {
            return Optional.empty();
        }
        return days.read(tokens).flatMap(to -> {
            LocalDate first = from.get().date();
            LocalDate last = to.date();
            if (!from.get().printedYear() && to.printedYear()) {
                first = first.withYear(last.getYear());
                first = first.isAfter(last) ? first.minusYears(1) : first;
            } else if (!to.printedYear()) {
                last = last.withYear(first.getYear());
                last = last.isBefore(first) ? last.plusYears(1) : last;
            }
            // The other year may have no 29 February.
            boolean kept = first.getDayOfMonth() == from.get().date().getDayOfMonth()
                    && last.getDayOfMonth() == to.date().getDayOfMonth();
            return kept ? span(first, last) : Optional.empty();
        });
    }

    private Optional<TimingRule> ofParts(Tokens tokens) {
        Optional<Part> from = parts.read(tokens);
        if (from.isEmpty() || !to(tokens)) {
            return Optional.empty();
        }
        int start = tokens.position();
        Unit unit = from.get().part().unit();
        Optional<Part> same = parts.read(tokens).filter(part -> part.part().unit() == unit);
        if (same.isEmpty() && (unit == Unit.MONTH || unit == Unit.QUARTER)) {
            tokens.reset(start);
            same = parts.numbered(tokens, unit);
        }
        return same.flatMap(to -> ofParts(from.get(), to));
    }

    private static Optional<TimingRule> ofParts(Part from, Part to) {
        PartOfYear first = from.part();
        PartOfYear last = to.part();
        if (!from.printedYear() && to.printedYear()) {
            first = first.in(last.year());
        } else if (from.printedYear() && !to.printedYear()) {
            last = last.in(first.year());
        }
        return span(first.first(), last.last());
    }

    /** "4–5/2027", "10–15/6". */
    private Optional<TimingRule> unitAtTheEnd(Tokens tokens) {
        tokens.read("ngay");
        OptionalInt first = tokens.number(1, 31);
        if (first.isEmpty() || !to(tokens)) {
            return Optional.empty();
        }
        int start = tokens.position();
        Optional<Day> day = days.read(tokens);
        if (day.isPresent()) {
            LocalDate last = day.get().date();
            return first.getAsInt() < last.getDayOfMonth()
                    ? span(last.withDayOfMonth(first.getAsInt()), last)
                    : Optional.empty();
        }
        tokens.reset(start);
        return tokens.token(Token.Kind.MONTH)
                .flatMap(token -> {
                    tokens.reset(start);
                    return parts.read(tokens);
                })
                .flatMap(part -> first.getAsInt() < part.part().number()
                        ? span(
                                YearMonth.of(part.part().year(), first.getAsInt())
                                        .atDay(1),
                                part.part().last())
                        : Optional.empty());
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return rule instanceof TimingRule.Fixed fixed
                        && fixed.from().isPresent()
                        && fixed.deadline().wording() == Deadline.Wording.AT_LATEST
                        && fixed.deadline().hour().isEmpty()
                ? Optional.of("từ ngày %s đến ngày %s"
                        .formatted(
                                DayForm.words(fixed.from().get()),
                                DayForm.words(fixed.deadline().stated())))
                : Optional.empty();
    }
}
