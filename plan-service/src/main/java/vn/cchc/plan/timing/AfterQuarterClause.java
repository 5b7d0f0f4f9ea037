package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.RecurringDay.DayOfMonth;

/**
 * Days after the end of a quarter, which are days of the month that follows: {@code [atLatest] n "ngày" ("sau khi" | "kể
 * từ ngày") "kết thúc" (part | ["mỗi"] "quý")}. Printed as that day.
 */
final class AfterQuarterClause implements Production<TimingRule> {

    private static final List<String> AFTER_THE_END =
            List.of("ngay sau khi ket thuc", "ngay sau ngay ket thuc", "ngay ke tu ngay ket thuc");

    private final PartForm parts;

    AfterQuarterClause(int planYear) {
        this.parts = new PartForm(planYear);
    }

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        AtLatest.read(tokens);
        OptionalInt days = tokens.number(1, RecurringDay.LAST_DAY);
        if (days.isEmpty() || tokens.readAny(AFTER_THE_END).isEmpty()) {
            return Optional.empty();
        }
        int start = tokens.position();
        Optional<PartForm.Part> one = parts.read(tokens);
        if (one.isPresent()) {
            return Optional.of(new TimingRule.Fixed(
                    "", Deadline.atLatest(one.get().part().last().plusDays(days.getAsInt()))));
        }
        tokens.reset(start);
        if (!tokens.read("moi")) {
            tokens.read("hang");
        }
        return tokens.read("quy")
                ? Optional.of(new TimingRule.Recurring(
                        "",
                        Rhythm.QUARTERLY,
                        Optional.of(new DayOfMonth(days.getAsInt(), 1, Deadline.Wording.AT_LATEST)),
                        List.of()))
                : Optional.empty();
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return Optional.empty();
    }
}
