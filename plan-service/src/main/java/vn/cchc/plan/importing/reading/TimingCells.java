package vn.cchc.plan.importing.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.timing.TimingParser;
import vn.cchc.plan.timing.TimingReading;
import vn.cchc.platform.text.VietnameseText;

/**
 * Reads the timing cells of an annex. "Như trên" is the timing of the row printed directly before, whatever their places in the
 * tree; where that row has none, it is left.
 */
final class TimingCells {

    private static final String REPORT = "bao cao";

    private TimingCells() {}

    /**
     * What was read of each row that has a timing, by order.
     *
     * @param everyTerm whether terms before an event and terms in hours are read
     */
    static Map<Integer, TimingReading> read(PlanDocument document, boolean everyTerm) {
        TimingParser parser = new TimingParser(document.header().year(), everyTerm);
        Map<Integer, TimingReading> readings = new HashMap<>();
        Optional<String> before = Optional.empty();
        for (PlanDocument.Row row : document.annex()) {
            Optional<String> own = Optional.ofNullable(row.timing());
            boolean same = own.filter(TimingParser::isSameAsBefore).isPresent();
            Optional<String> meant = same ? before.or(() -> own) : own;
            meant.map(text -> parser.read(text, isReport(row)))
                    .map(reading -> same ? reading.ofTheRowBefore() : reading)
                    .ifPresent(reading -> readings.put(row.order(), reading));
            before = meant;
        }
        return readings;
    }

    private static boolean isReport(PlanDocument.Row row) {
        return Stream.concat(Stream.of(row.title()), row.products().stream())
                .anyMatch(text -> VietnameseText.fold(text).contains(REPORT));
    }
}
