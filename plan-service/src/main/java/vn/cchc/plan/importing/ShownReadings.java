package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.check.Checks;
import vn.cchc.plan.importing.reading.PlanReader;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.plan.KeptFinding;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/**
 * Readings of imports, and findings of plans, as they are shown. A draft is read anew with the units, the settings and the calendar of
 * now, so that each of its views says what an issue would find; of what was issued or given up the reading of then is shown. Findings
 * with codes that a replica of the version before could not read are kept apart from the others (ADR 7).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class ShownReadings {

    /** Further findings do not depend on units. */
    private static final PlanReader READER = new PlanReader(new UnitDirectory(List.of()));

    private final PlanImportRepository imports;
    private final PlanRepository plans;
    private final AuthorityRepository authorities;
    private final DocumentReading documents;

    ShownReadings(
            PlanImportRepository imports,
            PlanRepository plans,
            AuthorityRepository authorities,
            DocumentReading documents) {
        this.imports = imports;
        this.plans = plans;
        this.authorities = authorities;
        this.documents = documents;
    }

    ShownReading of(PlanImport shown) {
        return switch (shown.state()) {
            case DRAFT ->
                documents
                        .readAnew(authorities.get(shown.authorityId()), shown.document())
                        .map(ShownReading::of)
                        .orElseGet(() -> asKept(shown));
            case ISSUED, DISCARDED -> asKept(shown);
        };
    }

    private static ShownReading asKept(PlanImport shown) {
        ImportReading reading = shown.reading();
        List<FindingView> findings = views(
                reading.findings(), shown.furtherFindings().orElseGet(() -> further(shown.document())), code -> true);
        return new ShownReading(reading.summary().withFindings(findings.size()), findings, reading.rows());
    }

    /**
     * Findings of a document that a draft has or had, read with the units, the settings and the calendar of now.
     *
     * @param kept those of then, for a document that would be refused now
     */
    List<FindingView> findings(Authority authority, PlanDocument document, List<KeptFinding> kept) {
        return documents
                .readAnew(authority, document)
                .map(PlanReading::findingViews)
                .orElseGet(() -> views(kept, further(document), code -> true));
    }

    /**
     * What was found in a plan when it was issued. What the file of its document held beside it stays with the import.
     *
     * @param only null for all
     * @throws Problem 404 when there is none in scope
     */
    Page<FindingView> ofPlan(UUID id, FindingCode only, AuthorityScope scope) {
        plans.glance(id, scope);
        return new Page<>(
                views(
                        plans.findings(id),
                        imports.furtherFindings(id, ShownReadings::further),
                        code -> !Checks.isAboutFile(code) && (only == null || only == code)),
                null);
    }

    /** The findings of a document that are not among those kept with it by this version. */
    private static List<KeptFinding> further(PlanDocument document) {
        return Checks.further(READER.read(document)).stream()
                .map(KeptFinding::of)
                .toList();
    }

    private static List<FindingView> views(
            List<KeptFinding> kept, List<KeptFinding> further, Predicate<FindingCode> wanted) {
        return Stream.concat(kept.stream().filter(finding -> !Checks.isFurther(finding.code())), further.stream())
                .filter(finding -> wanted.test(finding.code()))
                .sorted(Comparator.comparing(KeptFinding::order))
                .map(FindingView::of)
                .toList();
    }
}
