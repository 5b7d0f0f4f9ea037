package vn.cchc.plan.importing;

import java.util.List;
import java.util.stream.Stream;
import vn.cchc.plan.importing.check.Checks;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.plan.KeptFinding;

/**
 * Findings of an import as they are shown: those that are stored with it, and those of what its file held beside the document. A
 * replica of the version before could not read the codes of the latter, so that they are stored by the next version only (ADR 8).
 */
final class ShownFindings {

    private ShownFindings() {}

    /** @param kept with the document; those of the file, which the next version stores, are made anew */
    static List<FindingView> of(List<KeptFinding> kept, PlanDocument document) {
        return Stream.concat(
                        kept.stream().filter(finding -> !Checks.isOfTheFile(finding.code())),
                        Checks.ofTheFile(document).stream().map(KeptFinding::of))
                .map(FindingView::of)
                .toList();
    }

    static List<FindingView> of(PlanImport shown) {
        return of(shown.reading().findings(), shown.document());
    }
}
