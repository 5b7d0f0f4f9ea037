package vn.cchc.plan.timing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell with several clauses: {@code cell = clause {(";" | "," | "và" | "/" | "+" | "-") clause} | clause "(" clause ")"}. Every
 * part must be a clause, to its end.
 *
 * <p>A comma may join two deadlines or say one of them twice ("hàng quý, trước 15/3"). Where both readings are open the cell is
 * left.
 */
final class Clauses {

    private static final List<String> SEPARATORS = List.of(";", ",", "va", "/", "+", "-", "(", "hoac", "rieng");

    private final Grammar grammar;
    private final Map<Tokens.Range, Optional<List<TimingRule>>> read = new HashMap<>();
    private int attempts;

    Clauses(Grammar grammar) {
        this.grammar = grammar;
    }

    Optional<List<TimingRule>> read(Tokens tokens) {
        if (tokens.size() == 0) {
            return Optional.empty();
        }
        // What follows a separator follows each first part that ends there: read anew for each it would double with
        // each comma.
        Optional<List<TimingRule>> known = read.get(tokens.range());
        if (known == null) {
            known = readAnew(tokens);
            read.put(tokens.range(), known);
        }
        return known;
    }

    /** How many parts of the text were tried as a clause. */
    int attempts() {
        return attempts;
    }

    private Optional<List<TimingRule>> clause(Tokens tokens) {
        attempts++;
        return grammar.clause(tokens);
    }

    private Optional<List<TimingRule>> readAnew(Tokens tokens) {
        Optional<List<TimingRule>> whole = clause(tokens);
        if (whole.isPresent()) {
            return whole;
        }
        List<ExceptionClause.Read> exceptions = grammar.exceptions(tokens);
        if (exceptions.size() == 1) {
            return Optional.of(
                    List.of(new TimingRule.Fixed("", exceptions.get(0).deadline())));
        }
        for (int at = 1; at < tokens.size(); at++) {
            if (SEPARATORS.contains(tokens.get(at).folded())) {
                Optional<List<TimingRule>> split = split(tokens, at);
                if (split.isPresent()) {
                    return split;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<TimingRule>> split(Tokens tokens, int at) {
        String separator = tokens.get(at).folded();
        int end = tokens.size();
        if (separator.equals("(")) {
            if (!tokens.get(end - 1).is(")")) {
                return Optional.empty();
            }
            end--;
        }
        // "Riêng" opens the part that it stands in.
        int next = separator.equals("rieng") ? at : at + 1;
        if (next >= end) {
            return Optional.empty();
        }
        // The rest first: it is the same for all first parts, and where it is no timing none of them needs to be tried.
        // Not so in brackets, which each bracket would open up anew.
        if (separator.equals("(") && clause(tokens.part(0, at)).isEmpty()) {
            return Optional.empty();
        }
        List<ExceptionClause.Read> exceptions = grammar.exceptions(tokens.part(next, end));
        Optional<List<TimingRule>> others =
                !exceptions.isEmpty() || separator.equals("rieng") ? Optional.empty() : read(tokens.part(next, end));
        if (exceptions.isEmpty() && others.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<TimingRule>> first = clause(tokens.part(0, at));
        // "Năm 2026, theo yêu cầu": the year is that of the other, and no deadline.
        if (first.isEmpty() || (tokens.get(0).is("nam") && tokens.opensWithYear(0) && at == 2)) {
            return Optional.empty();
        }
        if (!exceptions.isEmpty()) {
            return first.get().size() == 1
                    ? grammar.withExceptions(first.get().get(0), exceptions).map(List::of)
                    : Optional.empty();
        }
        return others.filter(rest -> !isYearOfAnother(last(first.get()), rest.get(0), tokens.opensWithYear(next)))
                .filter(rest -> !isDayOfDocument(tokens.get(at - 1), rest.get(0)))
                .filter(rest -> isPlain(last(first.get()), rest.get(0), separator, openAlike(tokens, next)))
                .map(rest -> joined(first.get(), rest));
    }

    private static TimingRule last(List<TimingRule> rules) {
        return rules.get(rules.size() - 1);
    }

    /** "Theo Đề án của Chính phủ (<em>2025-2030</em>)", "thường xuyên trong năm 2026 và <em>2027</em>". */
    private static boolean isYearOfAnother(TimingRule first, TimingRule second, boolean year) {
        return year
                && second instanceof TimingRule.Fixed
                && second.label().isEmpty()
                && (first instanceof TimingRule.ByOtherPlan || waits(first) || repeats(first));
    }

    /** "Theo Kế hoạch số 57/KH-UBND, <em>ngày 15/01/2026</em>". */
    private static boolean isDayOfDocument(Token before, TimingRule second) {
        return before.kind() == Token.Kind.REFERENCE
                && second instanceof TimingRule.Fixed
                && second.label().isEmpty();
    }

    /** Whether the second says something of its own. */
    private static boolean isPlain(TimingRule first, TimingRule second, String separator, boolean alike) {
        if (WorkWords.isChange(second.label())) {
            return false;
        }
        boolean work = WorkWords.isWork(second.label());
        // "Trước 15/6 (<em>theo Kế hoạch của tỉnh</em>)" has one time, and says where it is from.
        if (separator.equals("(") && !work) {
            return false;
        }
        // "Hàng tháng, <em>nghỉ</em> tháng 7", "quý I, <em>gia hạn</em> đến 15/6".
        boolean open = repeats(first)
                || (first instanceof TimingRule.Fixed && first.label().isEmpty());
        if (open && second instanceof TimingRule.Fixed && !second.label().isEmpty() && !work) {
            return false;
        }
        if (separator.equals("hoac")) {
            // "Tháng 3 hoặc khi có hướng dẫn": which of both ends it is open.
            boolean day = first instanceof TimingRule.Fixed || second instanceof TimingRule.Fixed;
            return !day && (waits(first) || waits(second));
        }
        boolean ownWork = !Labelled.isCompletion(second.label());
        boolean named = ownWork || !Labelled.isCompletion(first.label());
        if (first instanceof TimingRule.Recurring one
                && second instanceof TimingRule.Recurring other
                && one.rhythm() == other.rhythm()
                && (!ownWork || Labelled.isCompletion(one.label()))) {
            return false;
        }
        if (first instanceof TimingRule.Fixed && second instanceof TimingRule.Fixed) {
            // "Báo cáo trước ngày 20 tháng 6 và tháng 12" has one day in two months.
            boolean ofOneForm = separator.equals(";") && alike && second.label().equals(first.label());
            return ofOneForm || (named && !second.label().isEmpty());
        }
        // "6 tháng đầu năm và <em>cả năm</em>" are two periods.
        if (separator.equals("va")) {
            return !(first instanceof TimingRule.Fixed
                    && second instanceof TimingRule.Continuous
                    && second.label().isEmpty());
        }
        // "Kiểm tra 01 lần/năm, trước 15/11", "hàng quý, 05 ngày trước khi họp" have one deadline.
        if ((repeats(first) && (second instanceof TimingRule.Fixed || hasTerm(second)))
                || isDayAndBefore(first, second)) {
            return ownWork;
        }
        if (repeats(second) && hasTerm(first)) {
            return named && !second.label().isEmpty();
        }
        return !(repeats(second) && first instanceof TimingRule.Fixed)
                || (named && !second.label().isEmpty());
    }

    private static boolean repeats(TimingRule rule) {
        return rule instanceof TimingRule.Recurring || rule instanceof TimingRule.Continuous;
    }

    private static boolean hasTerm(TimingRule rule) {
        return rule instanceof TimingRule.OnEvent event && event.offset().isPresent();
    }

    private static boolean isBeforeEvent(TimingRule rule) {
        return rule instanceof TimingRule.OnEvent event
                && event.offset().filter(Offset::isBefore).isPresent();
    }

    /** "Trước 15/6, 05 ngày trước khi họp": that day may be the one before the meeting. */
    private static boolean isDayAndBefore(TimingRule first, TimingRule second) {
        return (first instanceof TimingRule.Fixed && isBeforeEvent(second))
                || (isBeforeEvent(first) && second instanceof TimingRule.Fixed);
    }

    /** Whether two parts are of one form: "quý I; quý III". */
    private static boolean openAlike(Tokens tokens, int next) {
        Token first = tokens.get(0);
        Token second = tokens.get(next);
        return first.kind() == second.kind() && (first.kind() != Token.Kind.WORD || first.is(second.folded()));
    }

    private static boolean waits(TimingRule rule) {
        return rule instanceof TimingRule.OnRequest || rule instanceof TimingRule.OnEvent;
    }

    private static List<TimingRule> joined(List<TimingRule> first, List<TimingRule> rest) {
        List<TimingRule> rules = new ArrayList<>(first);
        rules.addAll(rest);
        return List.copyOf(rules);
    }
}
