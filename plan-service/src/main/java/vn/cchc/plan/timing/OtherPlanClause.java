package vn.cchc.plan.timing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days given elsewhere: {@code ["thực hiện" | "triển khai"] "theo" ("kế hoạch" | "lịch" | "chương trình" | "tiến độ" | "đề án") name}. */
final class OtherPlanClause implements Production<TimingRule> {

    private static final List<String> PLANS = List.of("ke hoach", "lich", "chuong trinh", "tien do", "de an");

    private static final List<String> DONE =
            List.of("trien khai thuc hien", "to chuc thuc hien", "thuc hien", "trien khai");

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        // What is done by the plan the row says.
        tokens.readAny(DONE);
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
