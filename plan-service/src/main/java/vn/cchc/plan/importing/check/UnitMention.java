package vn.cchc.plan.importing.check;

import java.util.stream.Stream;
import vn.cchc.plan.authority.UnitDirectory.Named;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;

/** A row's mention of a lead or coordinating unit. */
record UnitMention(int order, CellColumn column, Named named) {

    /** In printed order. */
    static Stream<UnitMention> in(ReadPlan plan) {
        return plan.rows().stream().flatMap(UnitMention::in);
    }

    private static Stream<UnitMention> in(ReadRow row) {
        return Stream.concat(
                row.leads().stream().map(named -> new UnitMention(row.order(), CellColumn.LEAD, named)),
                row.coordinating().stream().map(named -> new UnitMention(row.order(), CellColumn.COORDINATING, named)));
    }

    Cell cell() {
        return Cell.ofRow(order, column);
    }
}
