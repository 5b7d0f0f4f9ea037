package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.finding.Finding;

/** Looks for one kind of thing that people should look at. It changes nothing. */
interface Check {

    /** What it finds, in printed order. */
    Stream<Finding> find(PlanUnderReview review);
}
