package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.DocumentTexts;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** Corrections of parts of a draft in their places, with what they settle and raise. The draft is read anew after each. */
@ApplicationScoped
@Transactional
class DraftCorrections {

    private final PlanImportRepository imports;
    private final PlanImports drafts;
    private final DraftReviews reviews;
    private final ShownReadings readings;

    DraftCorrections(PlanImportRepository imports, PlanImports drafts, DraftReviews reviews, ShownReadings readings) {
        this.imports = imports;
        this.drafts = drafts;
        this.reviews = reviews;
        this.readings = readings;
    }

    /** Who corrects which version of which draft. */
    record Correction(UUID id, ExpectedVersion expected, AuthorityScope scope, Actor by) {}

    /** A draft that was corrected. */
    private record Corrected(PlanImports.Read read, FindingDifference findings) {

        DraftReviews.Shown<DraftCorrection> shown() {
            return new DraftReviews.Shown<>(
                    new DraftCorrection(
                            ShownReading.of(read.reading()).summary(), findings.settled(), findings.raised()),
                    read.draft().version());
        }
    }

    /**
     * Replaces a row.
     *
     * @param order of the row; the corrected one has the same
     * @throws Problem 404, also when there is no such row; 412, 428; 409 when it is no draft; 422
     */
    DraftReviews.Shown<RowCorrection> row(Correction correction, int order, PlanDocument.Row row) {
        if (row.order() != order) {
            throw Problem.invalid(
                    "order",
                    "Thứ tự của dòng không đổi được: phải là " + order + " như trong địa chỉ.",
                    "The order of a row cannot change: it must be " + order + " as in the address.");
        }
        Corrected corrected = correct(
                correction,
                document -> document.withRow(row).orElseThrow(Problem::notFound),
                RequestFields.ofRow(order),
                same -> same);
        DraftCorrection shown = corrected.shown().view();
        return new DraftReviews.Shown<>(
                new RowCorrection(
                        reviews.row(corrected.read.reading(), order), shown.summary(), shown.settled(), shown.raised()),
                corrected.read.draft().version());
    }

    /**
     * Inserts a row; those from its order on come one later.
     *
     * @throws Problem 404, 412, 428; 409 when it is no draft; 422, also beyond the row after the last
     */
    PlanImports.Read insert(Correction correction, PlanDocument.Row row) {
        return drafts.correctPart(
                correction.id,
                correction.expected,
                document -> {
                    requireRoom(document, row);
                    return document.withInserted(row);
                },
                RequestFields.ofRow(row.order()),
                correction.scope,
                correction.by);
    }

    private static void requireRoom(PlanDocument document, PlanDocument.Row row) {
        int last = document.annex().get(document.annex().size() - 1).order();
        if (document.annex().size() == Printed.ROWS || last == Printed.LAST_ORDER) {
            throw Problem.invalid(
                    "order",
                    "Phụ lục đã có nhiều dòng nhất có thể (" + Printed.ROWS + ").",
                    "The annex has as many rows as it may have (" + Printed.ROWS + ").");
        }
        if (row.order() > last + 1) {
            throw Problem.invalid(
                    "order",
                    "Dòng mới chỉ đứng được từ thứ tự 1 đến " + (last + 1) + ".",
                    "A new row can stand from order 1 to " + (last + 1) + ".");
        }
        if (row.parent() != null && row.parent() >= row.order()) {
            throw Problem.invalid("parent", "Dòng cha phải đứng trước.", "The parent row must come before it.");
        }
    }

    /**
     * Removes a row; those beneath it come beneath its parent, those after it one earlier.
     *
     * @throws Problem 404, also when there is no such row; 412, 428; 409 when it is no draft; 422 for the only row
     */
    DraftReviews.Shown<DraftCorrection> withoutRow(Correction correction, int order) {
        return correct(
                        correction,
                        document -> {
                            PlanDocument left = document.without(order).orElseThrow(Problem::notFound);
                            if (left.annex().isEmpty()) {
                                throw Problem.unprocessable(
                                        "plan-document-invalid",
                                        BilingualText.of(
                                                "Không xoá được dòng duy nhất của phụ lục.",
                                                "The only row of the annex cannot be removed."));
                            }
                            return left;
                        },
                        RequestFields.OF_THE_DOCUMENT,
                        each -> each == order ? FindingDifference.NO_ROW : each < order ? each : each - 1)
                .shown();
    }

    /**
     * Replaces the head of the document.
     *
     * @throws Problem 404, 412, 428; 409 when it is no draft or another one has the number; 422
     */
    DraftReviews.Shown<DraftCorrection> header(Correction correction, PlanDocument.Header header) {
        return correct(correction, document -> document.withHeader(header), RequestFields.ofHeader(), same -> same)
                .shown();
    }

    /**
     * Replaces the area of this number, or adds it.
     *
     * @throws Problem 404, 412, 428; 409 when it is no draft; 422, also when the document has as many areas as it may have
     */
    DraftReviews.Shown<DraftCorrection> area(Correction correction, int number, PlanDocument.Area area) {
        if (area.number() != number) {
            throw Problem.invalid(
                    "number",
                    "Số của lĩnh vực không đổi được: phải là " + number + " như trong địa chỉ.",
                    "The number of an area cannot change: it must be " + number + " as in the address.");
        }
        return correct(
                        correction,
                        document -> {
                            PlanDocument corrected = document.withArea(area);
                            if (corrected.areas().size() > Printed.AREAS) {
                                throw Problem.invalid(
                                        "number",
                                        "Kế hoạch đã có nhiều lĩnh vực nhất có thể (" + Printed.AREAS + ").",
                                        "The plan has as many areas as it may have (" + Printed.AREAS + ").");
                            }
                            return corrected;
                        },
                        RequestFields.ofArea(number),
                        same -> same)
                .shown();
    }

    /**
     * Removes an area with its targets and measures.
     *
     * @throws Problem 404, also when there is no such area; 412, 428; 409 when it is no draft
     */
    DraftReviews.Shown<DraftCorrection> withoutArea(Correction correction, int number) {
        return correct(
                        correction,
                        document -> document.withoutArea(number).orElseThrow(Problem::notFound),
                        RequestFields.OF_THE_DOCUMENT,
                        same -> same)
                .shown();
    }

    /**
     * Replaces the texts beside areas and rows.
     *
     * @throws Problem 404, 412, 428; 409 when it is no draft; 422, also when an annex would begin where none can
     */
    DraftReviews.Shown<DraftCorrection> texts(Correction correction, DocumentTexts texts) {
        return correct(correction, document -> document.withTexts(texts), RequestFields.ofTexts(), same -> same)
                .shown();
    }

    /**
     * Replaces the notes on the file: people have looked at those that are left out.
     *
     * @throws Problem 404, 412, 428; 409 when it is no draft; 422
     */
    DraftReviews.Shown<DraftCorrection> notes(Correction correction, FileNotes notes) {
        return correct(correction, document -> document.withNotes(notes), RequestFields.OF_THE_DOCUMENT, same -> same)
                .shown();
    }

    /** @param orderNow the order of a row afterwards, or {@link FindingDifference#NO_ROW} */
    private Corrected correct(
            Correction correction,
            UnaryOperator<PlanDocument> change,
            RequestFields fields,
            IntUnaryOperator orderNow) {
        List<FindingView> before =
                readings.of(imports.forChange(correction.id, correction.scope)).findings();
        PlanImports.Read read =
                drafts.correctPart(correction.id, correction.expected, change, fields, correction.scope, correction.by);
        return new Corrected(
                read,
                FindingDifference.of(before, ShownReading.of(read.reading()).findings(), orderNow));
    }
}
