package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.importing.comparison.ComparedColumn;
import vn.cchc.plan.importing.comparison.ComparedRow;
import vn.cchc.plan.importing.comparison.RowMatching;
import vn.cchc.plan.importing.comparison.RowPair;
import vn.cchc.plan.importing.comparison.Sequence;
import vn.cchc.plan.importing.review.DraftChanges;
import vn.cchc.plan.importing.review.DraftChanges.ChangedLine;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.task.OtherCell;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Problem;

/** Drafts compared with documents that they had. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class DraftComparisons {

    private final PlanImportRepository imports;
    private final AuthorityRepository authorities;
    private final ShownReadings readings;

    DraftComparisons(PlanImportRepository imports, AuthorityRepository authorities, ShownReadings readings) {
        this.imports = imports;
        this.authorities = authorities;
        this.readings = readings;
    }

    /** @throws Problem 404 when there is none in scope; 409 when it is no draft */
    DraftReviews.Shown<DraftChanges> changes(UUID id, Since since, AuthorityScope scope) {
        PlanImportRepository.WithEarlier found = imports.visibleWithEarlier(id, since, scope);
        PlanImport draft = DraftReviews.requireDraft(found.draft());
        return new DraftReviews.Shown<>(
                found.earlier()
                        .map(earlier ->
                                changes(earlier, draft, readings.of(draft).findings()))
                        .orElseGet(DraftChanges::none),
                draft.version());
    }

    /**
     * What has changed since a document that the draft had. Both are read with the units of now: a unit that was registered in between
     * is no change.
     *
     * @param found in the draft now
     */
    DraftChanges changes(EarlierDocument before, PlanImport draft, List<FindingView> found) {
        Authority authority = authorities.get(draft.authorityId());
        List<RowPair> pairs = RowMatching.of(rows(before.document()), rows(draft.document()));
        Map<Integer, Integer> orders = orders(pairs);
        FindingDifference findings = FindingDifference.of(
                readings.findings(authority, before.document(), before.findings()),
                found,
                order -> orders.getOrDefault(order, FindingDifference.NO_ROW));
        Set<RowPair> moved = RowPair.moved(pairs, orders);
        Sequence.Difference<ChangedLine> lines = DocumentLines.difference(before.document(), draft.document(), orders);
        return new DraftChanges(
                before.version(),
                pairs.stream()
                        .map(pair -> DraftChanges.ChangedRow.of(pair, moved.contains(pair)))
                        .filter(row -> row.moved() || !row.cells().isEmpty())
                        .toList(),
                lines.removed(),
                lines.added(),
                lines.moved(),
                findings.settled(),
                findings.raised());
    }

    /** Orders now of the rows that are in both documents, by their orders before. */
    static Map<Integer, Integer> orders(List<RowPair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.before().isPresent() && pair.after().isPresent())
                .collect(Collectors.toMap(
                        pair -> pair.before().get().order(),
                        pair -> pair.after().get().order(),
                        // Of a document that is not yet known to have each order once.
                        (first, again) -> first));
    }

    /** The rows of a document as they are compared. */
    static List<ComparedRow> rows(PlanDocument document) {
        return document.annex().stream()
                .map(row -> new ComparedRow(row.order(), row.parent(), cells(row)))
                .toList();
    }

    private static Map<ComparedColumn, String> cells(PlanDocument.Row row) {
        Map<ComparedColumn, String> cells = new EnumMap<>(ComparedColumn.class);
        cells.put(ComparedColumn.CODE, row.code());
        cells.put(ComparedColumn.TITLE, row.title());
        cells.put(ComparedColumn.LEAD, row.lead());
        cells.put(ComparedColumn.COORDINATING, joined(row.coordinating()));
        cells.put(ComparedColumn.PRODUCTS, joined(row.products()));
        cells.put(ComparedColumn.TIMING, row.timing());
        cells.put(ComparedColumn.AMOUNT, row.amount() == null ? null : String.valueOf(row.amount()));
        cells.put(ComparedColumn.PRINTED_AMOUNT, row.printedAmount());
        cells.put(
                ComparedColumn.OTHER_CELLS,
                joined(row.otherCells().stream().map(OtherCell::printed).toList()));
        cells.values().removeIf(Objects::isNull);
        return cells;
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join("; ", texts);
    }
}
