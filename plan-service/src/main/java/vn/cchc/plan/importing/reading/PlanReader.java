package vn.cchc.plan.importing.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.budget.RolledUp;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.target.AimReader;
import vn.cchc.plan.target.AimReading;
import vn.cchc.plan.task.PrintedCode;
import vn.cchc.plan.timing.TimingReading;
import vn.cchc.platform.http.FieldFault;

/**
 * Reads a plan document: tree, codes, units, timings, targets and sums. Printed values are kept as they are; judging
 * them is left to the checks.
 */
public final class PlanReader {

    private final UnitDirectory units;
    private final boolean everyTerm;

    public PlanReader(UnitDirectory units) {
        this(units, true);
    }

    /** @param everyTerm whether terms before an event and terms in hours are read; otherwise their timings are unread */
    public PlanReader(UnitDirectory units, boolean everyTerm) {
        this.units = units;
        this.everyTerm = everyTerm;
    }

    /** Structural faults that make the document unreadable; empty when there are none. */
    public static List<FieldFault> faults(PlanDocument document) {
        return Structure.faults(document);
    }

    /** @param document without {@link #faults} */
    public ReadPlan read(PlanDocument document) {
        AnnexTree tree = new AnnexTree(document.annex());
        RolledUp money = new RolledUp(document.annex().stream()
                .map(row -> new RolledUp.Row(row.order(), row.parent(), tree.isHeading(row), row.amount()))
                .toList());
        AreaPairing areas = pairAreas(document, tree);
        Map<Integer, TimingReading> timings = TimingCells.read(document, everyTerm);
        List<ReadRow> rows = document.annex().stream()
                .map(row -> read(row, tree, money, areas, Optional.ofNullable(timings.get(row.order()))))
                .toList();
        return new ReadPlan(document, areas, rows, TargetReader.read(document.areas(), rows), money.total());
    }

    /** Sections are the headings at the top; a task there, or a section without tasks, may be an area's by its title alone. */
    private static AreaPairing pairAreas(PlanDocument document, AnnexTree tree) {
        Map<Integer, String> sections = new LinkedHashMap<>();
        Map<Integer, String> tasks = new LinkedHashMap<>();
        document.annex().stream()
                .filter(row -> row.parent() == null)
                .forEach(row -> (tree.isHeading(row) ? sections : tasks).put(row.order(), row.title()));
        Map<Integer, String> areas = new LinkedHashMap<>();
        document.areas().forEach(area -> areas.put(area.number(), area.title()));
        return new AreaPairing(sections, tasks, areas);
    }

    private ReadRow read(
            PlanDocument.Row row, AnnexTree tree, RolledUp money, AreaPairing areas, Optional<TimingReading> timing) {
        List<Integer> path = tree.upwards(row.order());
        boolean heading = tree.isHeading(row);
        Optional<String> printedCode = Optional.ofNullable(row.code());
        return new ReadRow(
                row.order(),
                Optional.ofNullable(row.parent()),
                path.size(),
                heading,
                printedCode,
                printedCode.flatMap(PrintedCode::normalise),
                row.title(),
                areas.areaOf(path.get(path.size() - 1)),
                heading ? new AimReading.Qualitative() : AimReader.reading(row.title()),
                Optional.ofNullable(row.lead()),
                row.lead() == null ? List.of() : units.read(row.lead()),
                row.coordinating().stream()
                        .flatMap(cell -> units.read(cell).stream())
                        .toList(),
                row.products(),
                Optional.ofNullable(row.timing()),
                timing.map(TimingReading::rules).orElse(List.of()),
                timing.flatMap(TimingReading::unread),
                Optional.ofNullable(row.amount()),
                money.of(row.order()),
                row.otherCellsAndAmountAsPrinted());
    }
}
