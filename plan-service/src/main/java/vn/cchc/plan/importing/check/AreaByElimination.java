package vn.cchc.plan.importing.check;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;

/** A section of the annex was paired with an area because both were the only ones left; their titles do not match. */
final class AreaByElimination implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<Integer, ReadRow> rows = review.plan().rowsByOrder();
        Map<Integer, String> titles = review.plan().document().areas().stream()
                .collect(Collectors.toMap(PlanDocument.Area::number, PlanDocument.Area::title));
        return review.plan().areas().byElimination().stream().map(rows::get).map(section -> {
            int area = section.areaNumber().orElseThrow();
            return Finding.inRow(
                    FindingCode.AREA_BY_ELIMINATION,
                    section.order(),
                    new Figures.AreaByElimination(section.named(), area, titles.get(area)));
        });
    }
}
