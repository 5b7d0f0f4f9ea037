package vn.cchc.plan.importing.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cchc.plan.importing.PlanDocument;
import vn.cchc.plan.timing.TimingParser;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.platform.text.VietnameseText;

/**
 * Reads the timing cells of an annex. "Như trên" is the timing of the row printed directly before, whatever their places in the
 * tree; where that row has none, it is left.
 */
final class TimingCells {

    private static final String REPORT = "bao cao";

    private TimingCells() {}

    /** The rules of each row, by order; none for a row without a timing. */
    static Map<Integer, List<TimingRule>> read(PlanDocument document) {
        TimingParser parser = new TimingParser(document.header().year());
        Map<Integer, List<TimingRule>> rules = new HashMap<>();
        Optional<String> before = Optional.empty();
        for (PlanDocument.Row row : document.annex()) {
            Optional<String> own = Optional.ofNullable(row.timing());
            Optional<String> meant = own.filter(TimingParser::isSameAsBefore).isPresent() ? before.or(() -> own) : own;
            rules.put(
                    row.order(),
                    meant.map(text -> parser.read(text, isReport(row)).rules()).orElse(List.of()));
            before = meant;
        }
        return rules;
    }

    private static boolean isReport(PlanDocument.Row row) {
        return Stream.concat(Stream.of(row.title()), row.products().stream())
                .anyMatch(text -> VietnameseText.fold(text).contains(REPORT));
    }
}
