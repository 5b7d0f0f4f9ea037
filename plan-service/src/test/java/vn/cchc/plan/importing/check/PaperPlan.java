package vn.cchc.plan.importing.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.authority.UnitKind;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.importing.reading.PlanReader;
import vn.cchc.plan.importing.reading.PlannedOccurrences;
import vn.cchc.platform.calendar.ShippedTable;

/**
 * A small plan of "UBND xã An Bình", whose units are "Văn phòng" (VP, also written "Văn phòng HĐND") and "Tư pháp" (TP).
 */
record PaperPlan(
        int year, String issuer, Long statedTotal, List<PlanDocument.Area> areas, List<PlanDocument.Row> annex) {

    private static final UnitDirectory UNITS = new UnitDirectory(List.of(
            new UnitDirectory.Entry(new UUID(0, 1), "VP", "Văn phòng", UnitKind.UNIT, List.of("Văn phòng HĐND")),
            new UnitDirectory.Entry(new UUID(0, 2), "TP", "Tư pháp", UnitKind.UNIT, List.of())));

    /** @param table lines of {@code order | parent | code | title | lead | coordinating | timing | amount} */
    static PaperPlan of(String table) {
        return new PaperPlan(
                2021,
                "UBND xã An Bình",
                null,
                List.of(),
                table.lines().map(PaperPlan::row).toList());
    }

    private static PlanDocument.Row row(String line) {
        List<String> cells = new ArrayList<>(Arrays.asList(line.split("\\|", -1)));
        while (cells.size() < 8) {
            cells.add("");
        }
        cells.replaceAll(cell -> cell.isBlank() ? null : cell.strip());
        return new PlanDocument.Row(
                Integer.parseInt(cells.get(0)),
                cells.get(1) == null ? null : Integer.valueOf(cells.get(1)),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                Stream.ofNullable(cells.get(5)).toList(),
                List.of(),
                cells.get(6),
                cells.get(7) == null ? null : Long.valueOf(cells.get(7)),
                List.of());
    }

    PaperPlan inYear(int other) {
        return new PaperPlan(other, issuer, statedTotal, areas, annex);
    }

    PaperPlan issuedBy(String printed) {
        return new PaperPlan(year, printed, statedTotal, areas, annex);
    }

    PaperPlan statingInAll(long amount) {
        return new PaperPlan(year, issuer, amount, areas, annex);
    }

    PaperPlan withArea(int number, String title, PlanDocument.Target... targets) {
        List<PlanDocument.Area> more = new ArrayList<>(areas);
        more.add(new PlanDocument.Area(number, title, List.of(targets), List.of()));
        return new PaperPlan(year, issuer, statedTotal, more, annex);
    }

    /** What a check finds in it. */
    List<Finding> found(Check check) {
        PlanDocument document = new PlanDocument(
                "cchc-plan-document/1",
                new PlanDocument.Header(
                        "1/KH-UBND", "Kế hoạch", issuer, null, LocalDate.of(2020, 12, 24), year, statedTotal),
                List.of(),
                List.of(),
                areas,
                List.of(),
                List.of(),
                annex);
        return check.find(PlanUnderReview.of(
                        new PlanReader(UNITS).read(document),
                        "UBND xã An Bình",
                        new PlannedOccurrences(year, false),
                        ShippedTable.calendar()))
                .toList();
    }
}
