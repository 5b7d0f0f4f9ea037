package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.timing.TimingParser;
import vn.cchc.plan.timing.TimingRule;

/** No rule matches a timing text; its due days are set by hand. */
final class UnreadTiming implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        TimingParser timings = new TimingParser(review.plan().year());
        return review.plan().rows().stream()
                .filter(row -> row.rules().stream().anyMatch(TimingRule.Unread.class::isInstance))
                .map(row -> find(row, timings));
    }

    private static Finding find(ReadRow row, TimingParser timings) {
        String text = row.timingText().orElseThrow();
        return Finding.inRow(
                FindingCode.TIMING_UNREAD,
                row.order(),
                new Figures.UnreadTiming(text, timings.read(text, true).unread()));
    }
}
