package vn.cchc.plan.importing.annex;

import io.quarkus.qute.i18n.MessageBundles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.plan.CellView;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.task.OtherCell;
import vn.cchc.plan.wording.CellText;
import vn.cchc.platform.document.Sheet;

/** The findings of an import as a spreadsheet: one row for each cell that one concerns, with what to do and what is printed there. */
public final class FindingsSheet {

    /** Rows; so many nobody reads to the end. */
    private static final int MOST = 20_000;

    private final PlanDocument document;
    private final Map<Integer, PlanDocument.Row> rows = new HashMap<>();
    private final AnnexMessages words = MessageBundles.get(AnnexMessages.class);

    private FindingsSheet(PlanDocument document) {
        this.document = document;
        document.annex().forEach(row -> rows.put(row.order(), row));
    }

    /** The same findings give the same bytes. */
    public static byte[] of(PlanDocument document, List<FindingView> findings) {
        FindingsSheet sheet = new FindingsSheet(document);
        return Sheet.file(
                "Điểm cần xem lại",
                List.of(7, 9, 18, 20, 26, 60, 50, 50),
                Sheet.Paper.PLAIN,
                to -> sheet.fill(to, findings));
    }

    private void fill(Sheet sheet, List<FindingView> findings) {
        sheet.headings(List.of(
                words.row(),
                CellText.name(CellColumn.CODE, Optional.empty()),
                words.cell(),
                words.severity(),
                words.code(),
                words.finding(),
                words.advice(),
                words.printed()));
        int written = 0;
        for (int i = 0; i < findings.size(); i++) {
            List<Line> lines = lines(findings.get(i));
            if (written + lines.size() > MOST) {
                sheet.text(5, words.further(findings.size() - i), false);
                return;
            }
            for (Line line : lines) {
                add(sheet, findings.get(i), line);
                written++;
            }
        }
    }

    /**
     * What a line shows beside the sentence of its finding.
     *
     * @param cell empty where the finding is about none
     */
    private record Line(Optional<CellView> cell, String printed) {}

    /** A line for each place in the file; of a finding without such places, one for each cell, or one in all. */
    private List<Line> lines(FindingView finding) {
        Optional<CellView> first = finding.cells().stream().findFirst();
        if (finding.figures().get("places") instanceof List<?> places && !places.isEmpty()) {
            return places.stream()
                    .map(place -> new Line(first, inFile(place, first)))
                    .toList();
        }
        return first.isEmpty()
                ? List.of(new Line(Optional.empty(), ""))
                : finding.cells().stream()
                        .map(cell -> new Line(Optional.of(cell), printed(cell)))
                        .toList();
    }

    /** The text at a place of the file; where it has none, what the document has in the cell. */
    private String inFile(Object place, Optional<CellView> cell) {
        String printed = place instanceof Map<?, ?> named ? Objects.toString(named.get("printed"), "") : "";
        return printed.isEmpty() ? cell.map(this::printed).orElse("") : printed;
    }

    private String printed(CellView cell) {
        return cell.column() == null ? "" : printed(cell, row(cell));
    }

    private Optional<PlanDocument.Row> row(CellView cell) {
        return Optional.ofNullable(cell.row()).map(rows::get);
    }

    private void add(Sheet sheet, FindingView finding, Line line) {
        Optional<Integer> order = line.cell().map(CellView::row);
        if (order.isPresent()) {
            sheet.number(0, order.get(), false);
        } else {
            sheet.text(0, "", false);
        }
        sheet.text(1, line.cell().flatMap(this::row).map(PlanDocument.Row::code).orElse(""), false);
        sheet.text(
                2,
                line.cell()
                        .filter(cell -> cell.column() != null)
                        .map(cell -> name(finding, cell))
                        .orElse(""),
                false);
        sheet.text(3, CellText.name(finding.severity()), false);
        sheet.text(4, finding.code().name(), false);
        sheet.text(5, finding.text().vi(), false);
        sheet.text(6, finding.advice().vi(), false);
        sheet.text(7, line.printed(), false);
        sheet.nextRow();
    }

    private static String name(FindingView finding, CellView cell) {
        return CellText.name(cell.cell(), heading(finding));
    }

    /** The heading of the column in the file; a finding of the file is about one cell. */
    private static Optional<String> heading(FindingView finding) {
        return finding.figures().get("places") instanceof List<?> places
                ? places.stream()
                        .filter(Map.class::isInstance)
                        .map(place -> ((Map<?, ?>) place).get("column"))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .findFirst()
                : Optional.empty();
    }

    private String printed(CellView cell, Optional<PlanDocument.Row> row) {
        return switch (cell.column()) {
            case CODE -> row.map(PlanDocument.Row::code).orElse("");
            case TITLE -> row.map(PlanDocument.Row::title).orElse("");
            case LEAD -> row.map(PlanDocument.Row::lead).orElse("");
            case COORDINATING ->
                row.map(each -> String.join("; ", each.coordinating())).orElse("");
            case PRODUCTS -> row.map(each -> String.join("; ", each.products())).orElse("");
            case TIMING -> row.map(PlanDocument.Row::timing).orElse("");
            case AMOUNT -> row.map(FindingsSheet::printedAmount).orElse("");
            case OTHER_CELLS ->
                row.map(each -> each.otherCells().stream()
                                .map(OtherCell::printed)
                                .collect(Collectors.joining("; ")))
                        .orElse("");
            case TARGET -> target(cell);
            case ISSUER -> document.header().issuer();
            case STATED_TOTAL ->
                Optional.ofNullable(document.header().statedTotal())
                        .map(PrintedAnnex::inFigures)
                        .orElse("");
        };
    }

    private static String printedAmount(PlanDocument.Row row) {
        if (row.printedAmount() != null) {
            return row.printedAmount();
        }
        return row.amount() == null ? "" : PrintedAnnex.inFigures(row.amount());
    }

    private String target(CellView cell) {
        return document.areas().stream()
                .filter(area -> area.number() == cell.area())
                .findFirst()
                .map(area -> area.targets().get(cell.target() - 1).text())
                .orElse("");
    }
}
