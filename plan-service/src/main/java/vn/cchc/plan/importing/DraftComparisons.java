package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.importing.comparison.ComparedColumn;
import vn.cchc.plan.importing.comparison.ComparedRow;
import vn.cchc.plan.importing.comparison.RowMatching;
import vn.cchc.plan.importing.comparison.RowPair;
import vn.cchc.plan.importing.review.DraftChanges;
import vn.cchc.plan.importing.review.DraftChanges.ChangedLine;
import vn.cchc.plan.importing.review.DraftChanges.DocumentPart;
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
        List<ChangedLine> linesBefore = lines(before.document());
        List<ChangedLine> lines = lines(draft.document());
        return new DraftChanges(
                before.version(),
                pairs.stream()
                        .map(pair -> DraftChanges.ChangedRow.of(pair, pair.moved(orders)))
                        .filter(row -> row.moved() || !row.cells().isEmpty())
                        .toList(),
                without(linesBefore, lines),
                without(lines, linesBefore),
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
        cells.put(
                ComparedColumn.OTHER_CELLS,
                joined(row.otherCells().stream().map(OtherCell::printed).toList()));
        cells.values().removeIf(Objects::isNull);
        return cells;
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join("; ", texts);
    }

    /** What is printed beside the annex, line by line. */
    private static List<ChangedLine> lines(PlanDocument document) {
        PlanDocument.Header header = document.header();
        Stream<ChangedLine> head = Stream.of(
                        line(DocumentPart.NUMBER, header.number()),
                        line(DocumentPart.TITLE, header.title()),
                        line(DocumentPart.ISSUER, header.issuer()),
                        line(DocumentPart.PLACE, header.place()),
                        line(DocumentPart.SIGNED_ON, header.signedOn()),
                        line(DocumentPart.YEAR, header.year()),
                        line(DocumentPart.STATED_TOTAL, header.statedTotal()))
                .flatMap(Function.identity());
        Stream<ChangedLine> arrangements = document.arrangements().stream()
                .flatMap(each -> Stream.concat(
                        line(DocumentPart.ARRANGEMENTS, each.title()),
                        lines(DocumentPart.ARRANGEMENTS, null, each.paragraphs())));
        return Stream.of(
                        head,
                        lines(DocumentPart.OBJECTIVES, null, document.objectives()),
                        lines(DocumentPart.REQUIREMENTS, null, document.requirements()),
                        document.areas().stream().flatMap(DraftComparisons::lines),
                        arrangements,
                        lines(DocumentPart.RECIPIENTS, null, document.recipients()),
                        document.annexHeadings().stream().flatMap(DraftComparisons::line))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<ChangedLine> lines(PlanDocument.Area area) {
        Stream<String> targets = area.targets().stream()
                .map(target -> target.group() == null ? target.text() : target.group() + ": " + target.text());
        return Stream.of(
                        lines(DocumentPart.AREA_TITLE, area.number(), List.of(area.title())),
                        lines(DocumentPart.TARGETS, area.number(), targets.toList()),
                        lines(DocumentPart.MEASURES, area.number(), area.measures()))
                .flatMap(Function.identity());
    }

    private static Stream<ChangedLine> line(PlanDocument.AnnexHeading heading) {
        return line(
                DocumentPart.ANNEX_HEADINGS,
                heading.title() == null ? heading.label() : heading.label() + ": " + heading.title());
    }

    private static Stream<ChangedLine> line(DocumentPart part, Object text) {
        return text == null ? Stream.empty() : Stream.of(new ChangedLine(part, null, text.toString()));
    }

    private static Stream<ChangedLine> lines(DocumentPart part, Integer area, List<String> texts) {
        return texts.stream().map(text -> new ChangedLine(part, area, text));
    }

    /** Each of the lines once less for each time that it stands among the others. */
    private static List<ChangedLine> without(List<ChangedLine> lines, List<ChangedLine> others) {
        Map<ChangedLine, Integer> times = new HashMap<>();
        others.forEach(line -> times.merge(line, 1, Integer::sum));
        return lines.stream()
                .filter(line -> times.merge(line, -1, Integer::sum) < 0)
                .toList();
    }
}
