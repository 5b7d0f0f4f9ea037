package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.platform.calendar.Term;

/**
 * {@code term = n ("ngày" ["làm việc"] | "tuần" | "tháng" | "giờ" | "h")}; the number in figures, or spelled out from one to ten.
 * Hours are whole days: on which day 12 hours end depends on the hour they begin, and what an office works in a day is its own
 * ("giờ làm việc").
 */
final class TermForm implements Production<Offset> {

    private static final List<String> OF_OFFICES = List.of("lam viec", "hanh chinh");

    @Override
    public Optional<Offset> read(Tokens tokens) {
        int start = tokens.position();
        Optional<Offset> compact = tokens.token(Token.Kind.HOUR)
                .filter(hour -> hour.folded().endsWith("h"))
                .flatMap(hour -> hours(
                        tokens,
                        Integer.parseInt(
                                hour.folded().substring(0, hour.folded().length() - 1))));
        if (compact.isPresent()) {
            return compact;
        }
        tokens.reset(start);
        OptionalInt amount = tokens.number(1, Term.LONGEST);
        if (amount.isEmpty()) {
            amount = NumberWords.read(tokens);
        }
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        int number = amount.getAsInt();
        return tokens.read("gio") || tokens.read("h")
                ? hours(tokens, number)
                : unit(tokens).map(unit -> new Offset(number, unit));
    }

    private static Optional<Offset> hours(Tokens tokens, int amount) {
        boolean worked = OF_OFFICES.stream().anyMatch(words -> tokens.startsWith(tokens.position(), words));
        return amount < 1 || worked || !Term.isWholeDays(amount)
                ? Optional.empty()
                : Optional.of(new Offset(amount, OffsetUnit.HOUR));
    }

    private static Optional<OffsetUnit> unit(Tokens tokens) {
        if (tokens.read("ngay lam viec")) {
            return Optional.of(OffsetUnit.WORKING_DAY);
        }
        if (tokens.read("ngay")) {
            return Optional.of(OffsetUnit.DAY);
        }
        if (tokens.read("tuan")) {
            return Optional.of(OffsetUnit.WEEK);
        }
        return tokens.read("thang") ? Optional.of(OffsetUnit.MONTH) : Optional.empty();
    }

    /** Its length: whether it is before the event is said by the words around it. */
    @Override
    public Optional<String> print(Offset term) {
        return Optional.of(Math.abs(term.amount())
                + switch (term.unit()) {
                    case HOUR -> " giờ";
                    case DAY -> " ngày";
                    case WORKING_DAY -> " ngày làm việc";
                    case WEEK -> " tuần";
                    case MONTH -> " tháng";
                });
    }
}
