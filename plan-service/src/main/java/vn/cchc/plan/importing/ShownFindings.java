package vn.cchc.plan.importing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.importing.check.Checks;
import vn.cchc.plan.importing.reading.PlanReader;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.plan.KeptFinding;

/**
 * Findings of an import as they are shown: those that are stored with it, and those that its document alone tells. A replica of the
 * version before could not read the codes of the latter, so that they are stored by the next version only (ADR 8).
 */
final class ShownFindings {

    /** What is made anew does not depend on units. */
    private static final PlanReader READER = new PlanReader(new UnitDirectory(List.of()));

    private ShownFindings() {}

    /** @param kept with the document; those that the next version stores are made anew */
    static List<FindingView> of(List<KeptFinding> kept, PlanDocument document) {
        ReadPlan plan = READER.read(document);
        return Stream.concat(
                        kept.stream().filter(finding -> !Checks.isMadeAnew(finding.code())),
                        Checks.madeAnew(plan).stream().map(KeptFinding::of))
                .sorted(Comparator.comparing(KeptFinding::order))
                .map(FindingView::of)
                .toList();
    }

    static List<FindingView> of(PlanImport shown) {
        return of(shown.reading().findings(), shown.document());
    }
}
