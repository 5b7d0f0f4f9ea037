package vn.cchc.plan.importing.review;

import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.importing.comparison.ComparedColumn;
import vn.cchc.plan.importing.review.DraftChanges.ChangedCell;
import vn.cchc.plan.importing.review.DraftChanges.ChangedLine;
import vn.cchc.plan.importing.review.DraftChanges.ChangedRow;
import vn.cchc.plan.importing.review.DraftChanges.DocumentPart;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.wording.CellText;
import vn.cchc.plan.wording.MessageForms;

/**
 * What was changed in a draft, as its page shows it: what is printed beside what was printed then.
 *
 * @param versionBefore version of the draft with the document that it is compared with; 0 is the one as imported
 * @param rows those that were added, removed or changed
 * @param moreRows how many the page has no room for
 * @param lines of header and body: those that are gone, then those that are new, then those that stand elsewhere
 * @param moreLines how many the page has no room for
 * @param settled findings that are gone
 * @param raised findings that are new
 */
record ShownChanges(
        long versionBefore,
        List<Row> rows,
        int moreRows,
        List<Line> lines,
        int moreLines,
        Findings settled,
        Findings raised) {

    /** Beyond, a page is no longer read. */
    private static final int ROWS = 500;

    private static final int LINES = 300;
    private static final int FINDINGS = 100;

    /**
     * A row that was added, removed or changed.
     *
     * @param order now; null of one that was removed
     * @param orderBefore null of one that was added
     * @param what was done to the row as a whole; empty when only cells were changed
     */
    record Row(Integer order, Integer orderBefore, String what, List<Cell> cells) {}

    /** A cell with another text; a text is empty where the cell was. */
    record Cell(String name, String before, String now) {}

    /** A line of header or body; one text of both is empty. */
    record Line(String part, String before, String now) {}

    /**
     * Findings of both kinds.
     *
     * @param listed at most {@value ShownChanges#FINDINGS}
     * @param more how many are not listed
     */
    record Findings(List<String> listed, int more) {

        static Findings of(List<FindingView> findings) {
            return new Findings(
                    findings.stream()
                            .limit(FINDINGS)
                            .map(finding -> finding.text().vi())
                            .toList(),
                    Math.max(0, findings.size() - FINDINGS));
        }

        public boolean isEmpty() {
            return listed.isEmpty();
        }
    }

    /** Empty while the draft has its first document. */
    static Optional<ShownChanges> of(DraftChanges changes) {
        if (changes.versionBefore() == null) {
            return Optional.empty();
        }
        List<Line> lines = Stream.of(
                        changes.linesRemoved().stream().map(line -> new Line(part(line), text(line), "")),
                        changes.linesAdded().stream().map(line -> new Line(part(line), "", text(line))),
                        changes.linesMoved().stream()
                                .map(line -> new Line(part(line), words().elsewhere(), text(line))))
                .flatMap(Function.identity())
                .toList();
        return Optional.of(new ShownChanges(
                changes.versionBefore(),
                changes.rows().stream().limit(ROWS).map(ShownChanges::row).toList(),
                Math.max(0, changes.rows().size() - ROWS),
                lines.stream().limit(LINES).toList(),
                Math.max(0, lines.size() - LINES),
                Findings.of(changes.settled()),
                Findings.of(changes.raised())));
    }

    /** Whether the document is as it was. */
    public boolean isEmpty() {
        return rows.isEmpty() && lines.isEmpty();
    }

    private static Row row(ChangedRow row) {
        ChangeMessages words = words();
        String done =
                switch (row.change()) {
                    case ADDED -> words.added();
                    case REMOVED -> words.removed();
                    case CHANGED -> "";
                };
        return new Row(
                row.order(),
                row.orderBefore(),
                Stream.of(done, row.moved() ? words.moved() : "")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")),
                row.cells().stream().map(ShownChanges::cell).toList());
    }

    private static Cell cell(ChangedCell cell) {
        return new Cell(name(cell.column()), text(cell.column(), cell.before()), text(cell.column(), cell.after()));
    }

    private static String name(ComparedColumn column) {
        return column == ComparedColumn.PRINTED_AMOUNT
                ? words().printedAmount()
                : CellText.name(CellColumn.valueOf(column.name()), Optional.empty());
    }

    private static String text(ComparedColumn column, String text) {
        if (text == null) {
            return "";
        }
        return column == ComparedColumn.AMOUNT ? MessageForms.dong(Long.valueOf(text)) : text;
    }

    private static String text(ChangedLine line) {
        if (line.part() == DocumentPart.STATED_TOTAL) {
            return MessageForms.dong(Long.valueOf(line.text()));
        }
        return line.linkedRows() == null
                ? line.text()
                : words().linked(
                                line.text(),
                                line.linkedRows().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static String part(ChangedLine line) {
        ChangeMessages words = words();
        return switch (line.part()) {
            case NUMBER -> words.number();
            case TITLE -> words.title();
            case ISSUER -> words.issuer();
            case PLACE -> words.place();
            case SIGNED_ON -> words.signedOn();
            case YEAR -> words.year();
            case STATED_TOTAL -> words.statedTotal();
            case OBJECTIVES -> words.objectives();
            case REQUIREMENTS -> words.requirements();
            case AREA_TITLE -> words.areaTitle(line.area());
            case TARGETS -> words.targets(line.area());
            case MEASURES -> words.measures(line.area());
            case ARRANGEMENTS -> words.arrangements();
            case RECIPIENTS -> words.recipients();
            case ANNEX_HEADINGS -> words.annexHeadings();
        };
    }

    private static ChangeMessages words() {
        return MessageBundles.get(ChangeMessages.class);
    }
}
