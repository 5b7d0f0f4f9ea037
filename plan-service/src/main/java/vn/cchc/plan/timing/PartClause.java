package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.PartForm.Part;
import vn.cchc.plan.timing.PartOfYear.Unit;

/**
 * Parts of the year, dated at their ends; before one, on the day before it starts:
 *
 * <pre>
 * parts = [atLatest | "cuối" | "định kỳ"] part {("," | "và") (part | number | "cuối năm")} | "trước" part
 *       | ("hoàn thành" | "xong") "trong năm" [y] | ["đến"] "hết năm" [y] | ["năm"] y
 * </pre>
 *
 * All four quarters of the plan's year are the quarterly rhythm.
 */
final class PartClause implements Production<List<TimingRule>> {

    private final PartForm parts;
    private final int planYear;

    PartClause(int planYear) {
        this.parts = new PartForm(planYear);
        this.planYear = planYear;
    }

    @Override
    public Optional<List<TimingRule>> read(Tokens tokens) {
        int start = tokens.position();
        Optional<List<TimingRule>> year = yearAlone(tokens).or(() -> {
            tokens.reset(start);
            return completedInYear(tokens);
        });
        if (year.isPresent()) {
            return year;
        }
        tokens.reset(start);
        AtLatest.readTerm(tokens);
        if (tokens.read("truoc")) {
            return parts.read(tokens)
                    .filter(part ->
                            part.part().unit() == Unit.MONTH || part.part().unit() == Unit.QUARTER)
                    .map(part -> List.of(fixed(part.part().first().minusDays(1))));
        }
        // "Đến tháng 6" may mean its beginning.
        if (tokens.startsWith(tokens.position(), "den") && !tokens.startsWith(tokens.position(), "den het")) {
            return Optional.empty();
        }
        if (!AtLatest.read(tokens) && !tokens.read("cuoi")) {
            tokens.read("dinh ky");
        }
        if (tokens.startsWith(tokens.position(), "cac thang") || tokens.startsWith(tokens.position(), "cac quy")) {
            tokens.read("cac");
        }
        return list(tokens);
    }

    private Optional<List<TimingRule>> list(Tokens tokens) {
        List<Part> read = Series.read(tokens, former -> former.isEmpty() ? parts.read(tokens) : next(tokens, former));
        if (!isPlain(read)) {
            return Optional.empty();
        }
        if (read.size() == 4
                && read.stream()
                        .allMatch(part -> part.part().unit() == Unit.QUARTER
                                && part.part().year() == planYear)) {
            return Optional.of(List.of(new TimingRule.Recurring(Rhythm.QUARTERLY)));
        }
        return Optional.of(
                read.stream().<TimingRule>map(part -> fixed(part.part().last())).toList());
    }

    private Optional<Part> next(Tokens tokens, List<Part> former) {
        int start = tokens.position();
        if (tokens.read("cuoi nam")) {
            return Optional.of(new Part(new PartOfYear(Unit.YEAR, 1, planYear), false));
        }
        Unit unit = former.get(former.size() - 1).part().unit();
        Optional<Part> whole = parts.read(tokens);
        if (whole.isPresent()) {
            // "Quý 1, <em>4/2026</em>" may be a quarter or a month.
            boolean open = unit == Unit.QUARTER && tokens.get(start).kind() == Token.Kind.MONTH;
            return open ? Optional.empty() : whole;
        }
        tokens.reset(start);
        Optional<Part> elided =
                unit == Unit.QUARTER || unit == Unit.MONTH ? parts.numbered(tokens, unit) : Optional.empty();
        // "Tháng 3, 15 ngày sau …" goes on with another number.
        return elided.filter(part -> tokens.atEnd()
                || tokens.get(tokens.position()).kind() == Token.Kind.SYMBOL
                || tokens.startsWith(tokens.position(), "va"));
    }

    /** In one order, and none that could as well be of the year of another. */
    private boolean isPlain(List<Part> read) {
        boolean mixed = read.stream().map(Part::printedYear).distinct().count() > 1;
        for (int i = 0; i < read.size(); i++) {
            PartOfYear part = read.get(i).part();
            boolean ascends =
                    i == 0 || part.last().isAfter(read.get(i - 1).part().last());
            if (!ascends || (mixed && part.year() != planYear)) {
                return false;
            }
        }
        return !read.isEmpty();
    }

    private Optional<List<TimingRule>> yearAlone(Tokens tokens) {
        boolean first = tokens.position() == 0;
        int words = tokens.read("nam") ? 2 : 1;
        boolean alone = first && tokens.size() == words;
        OptionalInt year = alone ? tokens.year() : OptionalInt.empty();
        return year.isPresent() ? Optional.of(List.of(fixed(LocalDate.of(year.getAsInt(), 12, 31)))) : Optional.empty();
    }

    private Optional<List<TimingRule>> completedInYear(Tokens tokens) {
        int start = tokens.position();
        if (tokens.read("den het nam") || tokens.read("het nam")) {
            return Optional.of(List.of(fixed(LocalDate.of(tokens.year().orElse(planYear), 12, 31))));
        }
        boolean done = tokens.read("hoan thanh") || tokens.read("xong");
        int end = tokens.position();
        if (!done || !tokens.read("trong nam")) {
            return Optional.empty();
        }
        OptionalInt year = tokens.year();
        return Optional.of(List.of(new TimingRule.Fixed(
                tokens.printed(start, end), Deadline.atLatest(LocalDate.of(year.orElse(planYear), 12, 31)))));
    }

    private static TimingRule fixed(LocalDate day) {
        return new TimingRule.Fixed("", Deadline.atLatest(day));
    }

    /** A day at the end of a part is printed as a day. */
    @Override
    public Optional<String> print(List<TimingRule> rules) {
        return Optional.empty();
    }
}
