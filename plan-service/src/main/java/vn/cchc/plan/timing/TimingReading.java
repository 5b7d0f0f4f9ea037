package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;

/**
 * What was read of a timing text.
 *
 * @param rules at least one; a single {@link TimingRule.Unread} where it was not read
 * @param unread why it was not read
 */
public record TimingReading(List<TimingRule> rules, Optional<UnreadReason> unread) {

    public TimingReading {
        rules = List.copyOf(rules);
    }

    static TimingReading read(List<TimingRule> rules) {
        return new TimingReading(rules, Optional.empty());
    }

    /** The reading for a row that only refers to the row before; where that was not read, the row before is the reason. */
    public TimingReading ofTheRowBefore() {
        return new TimingReading(rules, unread.map(reason -> UnreadReason.SAME_AS_BEFORE));
    }

    static TimingReading unread(String text, UnreadReason reason) {
        return new TimingReading(List.of(new TimingRule.Unread(text)), Optional.of(reason));
    }
}
