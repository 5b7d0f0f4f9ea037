package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;

/** After an event, without a term: {@code ["ngay"] ("sau khi" | "khi") name}. The day of each is set by hand. */
final class EventAloneClause implements Production<TimingRule> {

    private static final List<String> AFTER = List.of("ngay sau khi", "ngay khi", "sau khi", "khi");

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        Optional<String> after = tokens.readAny(AFTER);
        int start = tokens.position();
        // "Khi có yêu cầu, đôn đốc" is a request, and something else.
        boolean request = tokens.startsWith(start, "co yeu cau ,") || tokens.startsWith(start, "co yeu cau hoac");
        return after.isEmpty() || request
                ? Optional.empty()
                : tokens.free(index -> tokens.startsWith(index, "truoc"), FreeText.NAME)
                        .map(name -> EventClause.rule(name, Optional.empty()));
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return rule instanceof TimingRule.OnEvent event
                        && event.offset().isEmpty()
                        && event.label().isEmpty()
                ? Optional.of("sau khi " + event.eventText())
                : Optional.empty();
    }
}
