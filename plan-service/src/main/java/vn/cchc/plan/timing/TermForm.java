package vn.cchc.plan.timing;

import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.platform.calendar.Term;

/** {@code term = n ("ngày" ["làm việc"] | "tuần" | "tháng")}; the number in figures, or spelled out from one to ten. */
final class TermForm implements Production<Offset> {

    @Override
    public Optional<Offset> read(Tokens tokens) {
        OptionalInt amount = tokens.number(1, Term.LONGEST);
        if (amount.isEmpty()) {
            amount = NumberWords.read(tokens);
        }
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        int number = amount.getAsInt();
        return unit(tokens).map(unit -> new Offset(number, unit));
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

    @Override
    public Optional<String> print(Offset term) {
        return Optional.of(term.amount()
                + switch (term.unit()) {
                    case DAY -> " ngày";
                    case WORKING_DAY -> " ngày làm việc";
                    case WEEK -> " tuần";
                    case MONTH -> " tháng";
                });
    }
}
