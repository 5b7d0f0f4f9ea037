package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;

/**
 * After an event, with a term:
 *
 * <pre>
 * event = [within] term after name | "sau" ["khi"] name [","] within term
 * after = "sau" ["khi" | "ngày"] | ("kể từ" | "tính từ") ["khi" | "ngày"]
 * within = atLatest | "trong vòng" | "trong thời hạn" | "tối đa"
 * </pre>
 *
 * A term before an event and a term in hours have no place in the model; they are left.
 */
final class EventClause implements Production<TimingRule> {

    private static final List<String> WITHIN = List.of("trong vong", "trong thoi han", "trong thoi gian", "toi da");
    private static final List<String> AFTER = List.of(
            "sau khi", "sau ngay", "sau", "ke tu khi", "ke tu ngay", "tinh tu khi", "tinh tu ngay", "ke tu", "tinh tu");

    private final TermForm terms = new TermForm();

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        int start = tokens.position();
        return termFirst(tokens).or(() -> {
            tokens.reset(start);
            return eventFirst(tokens);
        });
    }

    private static boolean within(Tokens tokens) {
        return tokens.readAny(WITHIN).isPresent() || AtLatest.read(tokens);
    }

    private Optional<TimingRule> termFirst(Tokens tokens) {
        within(tokens);
        Optional<Offset> term = terms.read(tokens);
        if (term.isEmpty() || tokens.readAny(AFTER).isEmpty()) {
            return Optional.empty();
        }
        return tokens.rest(FreeText.NAME).map(name -> rule(name, term));
    }

    private Optional<TimingRule> eventFirst(Tokens tokens) {
        if (!tokens.read("sau khi") && !tokens.read("sau")) {
            return Optional.empty();
        }
        Optional<String> name = tokens.free(index -> isWithin(tokens, index), FreeText.NAME);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        tokens.read(",");
        if (!within(tokens)) {
            return Optional.empty();
        }
        Optional<Offset> term = terms.read(tokens);
        return term.isEmpty() ? Optional.empty() : Optional.of(rule(name.get(), term));
    }

    private static boolean isWithin(Tokens tokens, int index) {
        return tokens.startsWith(index, "cham nhat")
                || tokens.startsWith(index, "muon nhat")
                || tokens.startsWith(index, "khong qua")
                || tokens.startsWith(index, "trong vong")
                || tokens.startsWith(index, ", cham nhat")
                || tokens.startsWith(index, ", khong qua")
                || tokens.startsWith(index, ", trong vong");
    }

    static TimingRule rule(String name, Optional<Offset> term) {
        return new TimingRule.OnEvent("", event(name), name, term);
    }

    private static AwaitedEvent event(String text) {
        Tokens tokens = Tokens.of(text);
        if (tokens.readToEnd("kiem tra") || tokens.readToEnd("ket thuc kiem tra")) {
            return AwaitedEvent.INSPECTION_ENDED;
        }
        tokens.reset(0);
        if (!tokens.read("nhan duoc") && !tokens.read("tiep nhan") && !tokens.read("co")) {
            return AwaitedEvent.OTHER;
        }
        boolean feedback = tokens.readToEnd("pakn")
                || tokens.readToEnd("pa , kn")
                || tokens.readToEnd("phan anh , kien nghi")
                || tokens.readToEnd("phan anh kien nghi");
        return feedback ? AwaitedEvent.FEEDBACK_RECEIVED : AwaitedEvent.OTHER;
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return rule instanceof TimingRule.OnEvent event
                ? event.offset()
                        .flatMap(terms::print)
                        .map(term -> "chậm nhất " + term + " kể từ khi " + event.eventText())
                : Optional.empty();
    }
}
