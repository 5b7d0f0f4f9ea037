package vn.cchc.plan.importing.check;

import java.util.List;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.importing.reading.ReadPlan.ReadTarget;
import vn.cchc.plan.target.AimReading;

/** A target of the body, or the title of a task, has figures that are in doubt. */
final class UnreadTarget implements PlanCheck {

    @Override
    public Stream<Finding> find(ReadPlan plan) {
        return Stream.concat(
                plan.targets().stream().filter(target -> target.row().isEmpty()).flatMap(UnreadTarget::ofBody),
                plan.rows().stream().flatMap(UnreadTarget::ofRow));
    }

    private static Stream<Finding> ofBody(ReadTarget target) {
        return found(
                target.reading(),
                target.text(),
                Cell.ofTarget(
                        target.areaNumber().orElseThrow(), target.printed().orElseThrow()));
    }

    private static Stream<Finding> ofRow(ReadRow row) {
        return found(row.target(), row.title(), Cell.ofRow(row.order(), CellColumn.TITLE));
    }

    private static Stream<Finding> found(AimReading reading, String text, Cell cell) {
        return reading instanceof AimReading.Unread unread
                ? Stream.of(new Finding(
                        FindingCode.TARGET_UNREAD, List.of(cell), new Figures.UnreadTarget(text, unread.doubt())))
                : Stream.empty();
    }
}
