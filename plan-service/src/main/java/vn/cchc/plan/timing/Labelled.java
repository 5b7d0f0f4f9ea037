package vn.cchc.plan.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cchc.platform.text.VietnameseText;

/** {@code [label [":"]] clause | clause (":" label | "(" label ")" | label)}, to the end of the text. */
final class Labelled implements Production<List<TimingRule>> {

    private static final Set<String> UNITS = Set.of("nam", "quy", "thang", "tuan", "ngay", "ky");

    /** Of the words that open a clause at most so many may stand in a label as well: "<em>hoàn thành</em> trong năm". */
    private static final int LONGEST_OPENING = 4;

    private final Production<List<TimingRule>> clause;

    Labelled(Production<List<TimingRule>> clause) {
        this.clause = clause;
    }

    @Override
    public Optional<List<TimingRule>> read(Tokens tokens) {
        int end = tokens.labelEnd();
        int last = end < tokens.size() && tokens.get(end).is(":") ? end + 1 : end;
        for (int at = 0; at <= Math.min(last, tokens.size() - 1); at = Math.max(at + 1, last - LONGEST_OPENING)) {
            Optional<String> label = labelUpTo(tokens, at);
            if (label.isEmpty()) {
                continue;
            }
            int start = tokens.position();
            Optional<List<TimingRule>> rules = clause.read(tokens);
            if (rules.isPresent() && startsThere(tokens, start)) {
                Optional<String> whole = label.get().isEmpty() ? labelAfter(tokens) : label;
                if (whole.isPresent() && tokens.atEnd()) {
                    return named(rules.get(), whole.get());
                }
            }
        }
        return Optional.empty();
    }

    /** A clause that consumed nothing has said nothing. */
    private static boolean startsThere(Tokens tokens, int start) {
        return tokens.position() > start;
    }

    /** The label before a position; empty text where there is none, empty where it cannot be one. */
    private static Optional<String> labelUpTo(Tokens tokens, int at) {
        tokens.reset(at);
        if (at == 0) {
            return Optional.of("");
        }
        int to = tokens.get(at - 1).is(":") ? at - 1 : at;
        return to > 0 && FreeText.isClosed(tokens, 0, to) ? Optional.of(tokens.printed(0, to)) : Optional.empty();
    }

    private static Optional<String> labelAfter(Tokens tokens) {
        if (tokens.atEnd()) {
            return Optional.of("");
        }
        boolean bracket = tokens.read("(");
        // "Cuối năm <em>học</em>" is another year.
        if (!bracket
                && !tokens.read(":")
                && UNITS.contains(tokens.get(tokens.position() - 1).folded())) {
            return Optional.empty();
        }
        Optional<String> label = tokens.free(index -> tokens.get(index).is(")"), FreeText.LABEL);
        return label.isPresent() && bracket && !tokens.read(")") ? Optional.empty() : label;
    }

    private static Optional<List<TimingRule>> named(List<TimingRule> rules, String label) {
        List<TimingRule> named = new ArrayList<>();
        for (TimingRule rule : rules) {
            if (!label.isEmpty() && !rule.label().isEmpty()) {
                return Optional.empty();
            }
            named.add(label.isEmpty() ? rule : named(rule, label));
        }
        boolean all =
                label.isEmpty() || named.stream().allMatch(rule -> rule.label().equals(label));
        return all ? Optional.of(List.copyOf(named)) : Optional.empty();
    }

    /** The rule with a label; unchanged where its kind has none. */
    private static TimingRule named(TimingRule rule, String label) {
        if (rule instanceof TimingRule.Fixed fixed) {
            return new TimingRule.Fixed(label, fixed.deadline(), fixed.from());
        }
        if (rule instanceof TimingRule.Recurring recurring) {
            return new TimingRule.Recurring(label, recurring.rhythm(), recurring.day(), recurring.exceptions());
        }
        if (rule instanceof TimingRule.Continuous) {
            return new TimingRule.Continuous(label);
        }
        if (rule instanceof TimingRule.OnEvent event) {
            return new TimingRule.OnEvent(label, event.event(), event.eventText(), event.offset());
        }
        return rule;
    }

    /** Whether the words stand for the completion of whatever the row is about, and name no work of their own. */
    static boolean isCompletion(String label) {
        return List.of(
                        "",
                        "xong",
                        "hoan thanh",
                        "hoan thanh xong",
                        "thuc hien",
                        "thuc hien xong",
                        "trien khai",
                        "ket thuc")
                .contains(VietnameseText.fold(label));
    }

    @Override
    public Optional<String> print(List<TimingRule> rules) {
        if (rules.size() != 1) {
            return Optional.empty();
        }
        String label = rules.get(0).label();
        return clause.print(List.of(named(rules.get(0), "")))
                .map(words -> label.isEmpty() ? words : label + " " + words);
    }
}
