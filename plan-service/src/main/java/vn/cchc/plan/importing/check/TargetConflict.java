package vn.cchc.plan.importing.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.Link;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.importing.reading.ReadPlan.ReadTarget;
import vn.cchc.plan.target.Aim;

/** A target of the body and an annex row with the same meaning have different aims. */
final class TargetConflict implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<Integer, ReadRow> rows = review.plan().rowsByOrder();
        return review.plan().targets().stream().flatMap(target -> target.links().stream()
                .filter(link -> disagree(target, rows.get(link.row())))
                .map(link -> conflict(target, rows.get(link.row()), link)));
    }

    /** False unless both have a quantitative aim. */
    private static boolean disagree(ReadTarget target, ReadRow row) {
        return target.aim()
                .flatMap(body -> row.aim().map(annex -> !body.agreesWith(annex)))
                .orElse(false);
    }

    private static Finding conflict(ReadTarget target, ReadRow row, Link link) {
        int area = target.areaNumber().orElseThrow();
        return new Finding(
                FindingCode.TARGET_CONFLICT,
                List.of(
                        Cell.ofRow(row.order(), CellColumn.TITLE),
                        Cell.ofTarget(area, target.printed().orElseThrow())),
                new Figures.TargetConflict(
                        area,
                        target.text(),
                        target.aim().map(Aim::text).orElseThrow(),
                        row.named(),
                        row.aim().map(Aim::text).orElseThrow(),
                        link.sharedTerm()));
    }
}
