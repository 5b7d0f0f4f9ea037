package vn.cchc.plan.importing.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/**
 * A cell names something that is not a unit of the authority. The printed name is kept: the register of units may be
 * out of date.
 */
final class UnknownUnit implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<String, List<UnitMention>> byText = UnitMention.in(review.plan())
                .filter(mention -> mention.named().unit().isEmpty())
                .collect(Collectors.groupingBy(
                        mention -> mention.named().text(), LinkedHashMap::new, Collectors.toList()));
        return byText.entrySet().stream()
                .map(same -> new Finding(
                        FindingCode.UNIT_UNKNOWN,
                        same.getValue().stream()
                                .map(UnitMention::cell)
                                .distinct()
                                .toList(),
                        new Figures.UnknownUnit(same.getKey())));
    }
}
