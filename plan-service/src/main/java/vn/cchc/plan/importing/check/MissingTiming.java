package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** A task has no timing. */
final class MissingTiming implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        return LackingTasks.find(
                review.plan(),
                FindingCode.TIMING_MISSING,
                row -> row.timingText().isEmpty(),
                Figures.MissingTiming::new);
    }
}
