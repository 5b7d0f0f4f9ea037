package vn.cchc.plan.importing.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** One unit is spelled in several ways. */
final class UnitSpellings implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        Map<UUID, List<UnitMention>> byUnit = UnitMention.in(review.plan())
                .filter(mention -> mention.named().unit().isPresent())
                .collect(Collectors.groupingBy(
                        mention -> mention.named().unit().get().id(), LinkedHashMap::new, Collectors.toList()));
        return byUnit.values().stream().flatMap(UnitSpellings::findOfOneUnit);
    }

    private static Stream<Finding> findOfOneUnit(List<UnitMention> mentions) {
        Map<String, List<UnitMention>> byText = mentions.stream()
                .collect(Collectors.groupingBy(
                        mention -> mention.named().text(), LinkedHashMap::new, Collectors.toList()));
        if (byText.size() == 1) {
            return Stream.empty();
        }
        UnitDirectory.Entry unit = mentions.get(0).named().unit().orElseThrow();
        List<Figures.Spelling> spellings = byText.entrySet().stream()
                .map(same -> new Figures.Spelling(
                        same.getKey(),
                        same.getValue().stream()
                                .map(UnitMention::order)
                                .distinct()
                                .toList()))
                .toList();
        return Stream.of(new Finding(
                FindingCode.UNIT_SPELLINGS,
                mentions.stream().map(UnitMention::cell).distinct().toList(),
                new Figures.UnitSpellings(unit.code(), unit.name(), spellings)));
    }
}
