package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.cchc.platform.text.VietnameseText;

/**
 * Reads the timing cell of an annex row, by the grammar in docs/timing-grammar.md. A text is read as a whole or not at all:
 * an unread clause might change the meaning of another.
 */
public final class TimingParser {

    private final Grammar grammar;
    private final Grammar reportGrammar;
    private final boolean everyTerm;

    /** @param planYear year of dates printed without one */
    public TimingParser(int planYear) {
        this(planYear, true);
    }

    /**
     * @param planYear year of dates printed without one
     * @param everyTerm whether terms before an event and terms in hours are read, which a replica of the version before does not know
     */
    public TimingParser(int planYear, boolean everyTerm) {
        this.everyTerm = everyTerm;
        grammar = new Grammar(planYear, false);
        reportGrammar = new Grammar(planYear, true);
    }

    /**
     * The rules stated by the text of a row that may be one of a report, at least one; a single {@link TimingRule.Unread}
     * when it cannot be read.
     */
    public List<TimingRule> read(String text) {
        return read(text, reportGrammar, this::isKnown).rules();
    }

    /** @param report whether title or product of the row name a report: "6 tháng và năm" is a schedule there */
    public TimingReading read(String text, boolean report) {
        return read(
                text,
                report ? reportGrammar : grammar,
                rules -> isKnown(rules) && rules.stream().noneMatch(rule -> isReportedTooEarly(rule, report)));
    }

    private boolean isKnown(List<TimingRule> rules) {
        return everyTerm
                || rules.stream()
                        .noneMatch(rule -> rule instanceof TimingRule.OnEvent event
                                && event.offset()
                                        .filter(term -> !term.isKnownBefore())
                                        .isPresent());
    }

    private static TimingReading read(String text, Grammar read, Predicate<List<TimingRule>> meant) {
        Tokens tokens = Tokens.of(text);
        Optional<List<TimingRule>> rules = read.schedule(tokens).map(List::of).or(() -> new Clauses(read).read(tokens));
        return rules.filter(TimingParser::isPlain)
                .filter(meant)
                .map(TimingReading::read)
                .orElseGet(() -> TimingReading.unread(text, UnreadReason.of(tokens)));
    }

    /** Whether the text only refers to the row before: "như trên", "nt". */
    public static boolean isSameAsBefore(String text) {
        return UnreadReason.isSameAsBefore(Tokens.of(text));
    }

    /**
     * "Báo cáo hàng quý, trước ngày 05 của tháng đầu quý": there is nothing to report yet, so the quarter after may be meant. Without
     * "sau" it does not say so.
     */
    private static boolean isReportedTooEarly(TimingRule rule, boolean report) {
        return rule instanceof TimingRule.Recurring recurring
                && recurring.day().orElse(null) instanceof RecurringDay.DayOfMonth day
                && day.month() < 0
                && (report || VietnameseText.fold(rule.label()).contains("bao cao"));
    }

    /** None twice, and no day before the one stated before it: either would be a slip, or of another year. */
    private static boolean isPlain(List<TimingRule> rules) {
        List<LocalDate> days = rules.stream()
                .filter(TimingRule.Fixed.class::isInstance)
                .map(rule -> ((TimingRule.Fixed) rule).deadline().stated())
                .toList();
        return rules.stream().distinct().count() == rules.size()
                && days.stream().sorted().toList().equals(days);
    }

    /** The rule in Vietnamese, in words that are read to the same rule. */
    public String words(TimingRule rule) {
        return grammar.print(rule);
    }
}
