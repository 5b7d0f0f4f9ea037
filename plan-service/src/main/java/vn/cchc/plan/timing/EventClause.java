package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * After an event, with a term:
 *
 * <pre>
 * event = [within] term [","] after name | "sau" ["khi"] name [","] within term
 * after = "sau" ["khi" | "ngày"] | ("kể từ" | "tính từ") ["khi" | "ngày" | "lúc" | "thời điểm"] | "từ" ("khi" | "lúc" | "thời điểm")
 * within = atLatest | "trong vòng" | "trong thời hạn" | "tối đa"
 * </pre>
 *
 * A comma stands before "kể từ" and "tính từ" only. "Lúc 24 giờ" is an hour of the day, and no term.
 */
final class EventClause implements Production<TimingRule> {

    private static final List<String> WITHIN = List.of("trong vong", "trong thoi han", "trong thoi gian", "toi da");
    private static final List<String> FROM = List.of(
            "ke tu khi",
            "ke tu ngay",
            "ke tu luc",
            "ke tu thoi diem",
            "tinh tu khi",
            "tinh tu ngay",
            "tinh tu luc",
            "tinh tu thoi diem",
            "ke tu",
            "tinh tu",
            "tu khi",
            "tu luc",
            "tu thoi diem");
    private static final List<String> AFTER = List.of("sau khi", "sau ngay", "sau");

    /** Before "24 giờ" they tell an hour of the day. */
    private static final Set<String> OF_THE_HOUR = Set.of("luc", "vao", "den", "het");

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

    private Optional<Offset> term(Tokens tokens) {
        int start = tokens.position();
        boolean hour = start > 0 && OF_THE_HOUR.contains(tokens.get(start - 1).folded());
        return terms.read(tokens).filter(term -> !hour || term.unit() != OffsetUnit.HOUR);
    }

    private Optional<TimingRule> termFirst(Tokens tokens) {
        int start = tokens.position();
        boolean within = within(tokens);
        Optional<Offset> term = term(tokens);
        if (term.isEmpty() || !after(tokens) || (!within && EventNames.isBoundToLabel(tokens, start))) {
            return Optional.empty();
        }
        return EventNames.read(tokens, index -> false).map(name -> rule(name, term));
    }

    private static boolean after(Tokens tokens) {
        int start = tokens.position();
        boolean comma = tokens.read(",");
        if (tokens.readAny(FROM).isPresent()) {
            return true;
        }
        tokens.reset(start);
        return !comma && tokens.readAny(AFTER).isPresent();
    }

    private Optional<TimingRule> eventFirst(Tokens tokens) {
        if (!tokens.read("sau khi") && !tokens.read("sau")) {
            return Optional.empty();
        }
        Optional<String> name = EventNames.read(tokens, index -> isWithin(tokens, index));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        tokens.read(",");
        if (!within(tokens)) {
            return Optional.empty();
        }
        Optional<Offset> term = term(tokens);
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

    static AwaitedEvent event(String text) {
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
                        .filter(term -> !term.isBefore())
                        .flatMap(terms::print)
                        .map(term -> "chậm nhất " + term + " kể từ khi " + event.eventText())
                : Optional.empty();
    }
}
