package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.plan.CellView;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Correction of one row of a draft, with what it settles and raises. */
@ApplicationScoped
@Transactional
class RowCorrections {

    private final PlanImportRepository imports;
    private final PlanImports drafts;
    private final DraftReviews reviews;

    RowCorrections(PlanImportRepository imports, PlanImports drafts, DraftReviews reviews) {
        this.imports = imports;
        this.drafts = drafts;
        this.reviews = reviews;
    }

    /** What a finding says; its cells tell where, and may become fewer or more. */
    private record Said(FindingCode code, BilingualText text) {

        static Said by(FindingView finding) {
            return new Said(finding.code(), finding.text());
        }
    }

    /**
     * @param order of the row; the corrected one has the same
     * @throws Problem 404, also when there is no such row; 412, 428; 409 when it is no draft; 422
     */
    DraftReviews.Shown<RowCorrection> correct(
            UUID id, int order, ExpectedVersion expected, PlanDocument.Row row, AuthorityScope scope, Actor by) {
        if (row.order() != order) {
            throw Problem.invalid(
                    "order",
                    "Thứ tự của dòng không đổi được: phải là " + order + " như trong địa chỉ.",
                    "The order of a row cannot change: it must be " + order + " as in the address.");
        }
        PlanImport draft = imports.forChange(id, scope);
        List<FindingView> before = findings(draft);
        PlanDocument corrected = draft.document().withRow(row).orElseThrow(Problem::notFound);
        drafts.correct(id, expected, new ImportPlan(null, corrected), scope, by);
        List<FindingView> after = findings(draft);
        return new DraftReviews.Shown<>(
                new RowCorrection(
                        reviews.row(id, order, scope).view(),
                        draft.reading().summary(),
                        without(before, after, (cells, others) -> cells.stream().anyMatch(others::contains)),
                        without(after, before, (cells, others) -> others.containsAll(cells))),
                draft.version());
    }

    private static List<FindingView> findings(PlanImport draft) {
        return draft.reading().findings().stream().map(FindingView::of).toList();
    }

    /** Those of the findings that no other says of the same cells. */
    private static List<FindingView> without(
            List<FindingView> findings, List<FindingView> others, BiPredicate<List<CellView>, Set<CellView>> same) {
        Map<Said, List<Set<CellView>>> said = others.stream()
                .collect(Collectors.groupingBy(
                        Said::by, Collectors.mapping(other -> Set.copyOf(other.cells()), Collectors.toList())));
        return findings.stream()
                .filter(finding -> said.getOrDefault(Said.by(finding), List.of()).stream()
                        .noneMatch(cells -> same.test(finding.cells(), cells)))
                .toList();
    }
}
