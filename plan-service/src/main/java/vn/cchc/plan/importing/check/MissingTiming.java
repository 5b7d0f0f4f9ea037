package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** A task has no timing. */
final class MissingTiming implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return review.plan().rows().stream()
                .filter(row -> !row.heading() && row.timingText().isEmpty())
                .map(row ->
                        Finding.inRow(FindingCode.TIMING_MISSING, row.order(), new Figures.MissingTiming(row.named())));
    }
}
