package vn.cchc.plan.importing;

import java.util.List;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.KeptFinding;

/**
 * A document that a draft had.
 *
 * @param version of the draft with it
 * @param findings of then
 */
record EarlierDocument(long version, PlanDocument document, List<KeptFinding> findings) {

    EarlierDocument {
        findings = List.copyOf(findings);
    }
}
