package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;

/** No rule matches a timing text; its due days are set by hand. */
final class UnreadTiming implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return review.plan().rows().stream()
                .filter(row -> row.unread().isPresent())
                .map(UnreadTiming::find);
    }

    private static Finding find(ReadRow row) {
        return Finding.inRow(
                FindingCode.TIMING_UNREAD,
                row.order(),
                new Figures.UnreadTiming(row.timingText().orElseThrow(), row.unread()));
    }
}
