package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Finding;

/** A check for one kind of finding; free of side effects. */
interface Check {

    /** The findings in printed order. */
    Stream<Finding> find(PlanUnderReview review);
}
