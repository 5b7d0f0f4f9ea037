package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.cchc.platform.text.VietnameseText;

/**
 * Without end in the plan's year: {@code [running] ("thường xuyên" ["trong năm" | "/năm"] | "liên tục" ["trong năm"] | ("trong" ["cả" | "suốt"] | ["suốt"] "cả" | "suốt" | "quanh") "năm" [y]) | ["năm"] y "và
 * những năm tiếp theo"}.
 *
 * <p>The words before it name work that goes on. Whatever else is done "trong năm" has an end, which is not said.
 */
final class ContinuousClause implements Production<TimingRule> {

    private static final Set<String> RUNNING = Set.of(
            "thuc hien",
            "trien khai",
            "trien khai thuc hien",
            "to chuc thuc hien",
            "duy tri",
            "nhiem vu",
            "cong viec",
            "cap nhat",
            "kiem tra",
            "tuyen truyen");
    private static final List<String> WORDS = List.of(
            "thuong xuyen trong nam thuc hien",
            "thuong xuyen trong ca nam",
            "thuong xuyen trong nam",
            "thuong xuyen , trong nam",
            "thuong xuyen , lien tuc",
            "thuong xuyen quanh nam",
            "thuong xuyen ca nam",
            "thuong xuyen / nam",
            "thuong xuyen",
            "lien tuc trong nam",
            "lien tuc",
            "trong suot nam",
            "suot ca nam",
            "suot nam",
            "trong ca nam",
            "trong nam",
            "ca nam",
            "quanh nam");

    private final int planYear;

    ContinuousClause(int planYear) {
        this.planYear = planYear;
    }

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        int start = tokens.position();
        tokens.read("nam");
        OptionalInt from = tokens.year();
        if (from.isPresent()) {
            return tokens.read("va nhung nam tiep theo") || tokens.read("va cac nam tiep theo")
                    ? Optional.of(new TimingRule.Continuous())
                    : Optional.empty();
        }
        tokens.reset(start);
        String label = label(tokens, start);
        Optional<String> words = tokens.readAny(WORDS);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt year = words.get().endsWith("nam") ? tokens.year() : OptionalInt.empty();
        return year.isPresent() && year.getAsInt() != planYear
                ? Optional.empty()
                : Optional.of(new TimingRule.Continuous(label));
    }

    /** The longest of the words that name work that goes on. */
    private static String label(Tokens tokens, int start) {
        Optional<String> running = RUNNING.stream()
                .filter(words -> tokens.startsWith(start, words))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
        if (running.isEmpty()) {
            return "";
        }
        tokens.read(running.get());
        return tokens.printed(start, tokens.position());
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return rule instanceof TimingRule.Continuous
                        && (rule.label().isEmpty() || RUNNING.contains(VietnameseText.fold(rule.label())))
                ? Optional.of((rule.label() + " thường xuyên").strip())
                : Optional.empty();
    }
}
