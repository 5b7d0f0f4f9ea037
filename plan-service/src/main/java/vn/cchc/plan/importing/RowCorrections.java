package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.Problem;

/** Correction of one row of a draft, with what it settles and raises. */
@ApplicationScoped
@Transactional
class RowCorrections {

    private final PlanImportRepository imports;
    private final PlanImports drafts;
    private final DraftReviews reviews;
    private final ShownReadings readings;

    RowCorrections(PlanImportRepository imports, PlanImports drafts, DraftReviews reviews, ShownReadings readings) {
        this.imports = imports;
        this.drafts = drafts;
        this.reviews = reviews;
        this.readings = readings;
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
        List<FindingView> before = readings.of(draft).findings();
        PlanDocument corrected = draft.document().withRow(row).orElseThrow(Problem::notFound);
        PlanReading reading =
                drafts.correctRow(id, expected, corrected, scope, by).reading();
        ShownReading now = ShownReading.of(reading);
        FindingDifference difference = FindingDifference.of(before, now.findings(), same -> same);
        return new DraftReviews.Shown<>(
                new RowCorrection(
                        reviews.row(reading, order), now.summary(), difference.settled(), difference.raised()),
                draft.version());
    }
}
