package vn.cchc.plan.timing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days given elsewhere: {@code "theo" ("kế hoạch" | "lịch" | "chương trình" | "tiến độ" | "đề án") name}. */
final class OtherPlanClause implements Production<TimingRule> {

    private static final List<String> PLANS = List.of("ke hoach", "lich", "chuong trinh", "tien do", "de an");

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        if (!tokens.read("theo")) {
            return Optional.empty();
        }
        int start = tokens.position();
        if (tokens.readAny(PLANS).isEmpty() || tokens.rest(FreeText.NAME).isEmpty()) {
            return Optional.empty();
        }
        String name = tokens.printed(start, tokens.position());
        return Optional.of(
                new TimingRule.ByOtherPlan(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return rule instanceof TimingRule.ByOtherPlan plan ? Optional.of("theo " + plan.otherPlan()) : Optional.empty();
    }
}
