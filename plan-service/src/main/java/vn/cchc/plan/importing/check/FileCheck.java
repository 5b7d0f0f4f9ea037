package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Finding;

/** A check of what the file of a document held beside it; free of side effects. */
interface FileCheck {

    /** The findings in the order of the file. */
    Stream<Finding> find(PlanDocument document);
}
