package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.importing.reading.ReadPlan;

/** A check that needs the read plan alone, and neither units nor calendar: it finds the same whenever the document is read. */
interface PlanCheck extends Check {

    /** The findings in printed order. */
    Stream<Finding> find(ReadPlan plan);

    @Override
    default Stream<Finding> find(PlanUnderReview review) {
        return find(review.plan());
    }
}
