package vn.cchc.plan.timing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.cchc.platform.text.VietnameseText;

/**
 * A term before an event, counted back from it:
 *
 * <pre>
 * beforeEvent = [latest | least] term "trước" ["khi" | "ngày"] name
 *             | [latest] "trước" ["khi" | "ngày"] name [[","] (latest | least)] term
 *             | "trước" [latest | least] term "so với" ["khi" | "ngày"] name
 * latest      = ("chậm nhất" | "muộn nhất") ["là"] | "không muộn hơn" | "không chậm hơn"
 * least       = ("ít nhất" | "tối thiểu") ["là"]
 * </pre>
 *
 * "Trong vòng", "tối đa" and "không quá" before a term name the earliest day, which is no deadline. A term without words before it may
 * be the length of what is named beside it ("báo cáo 6 tháng trước kỳ họp", "trước khi niêm yết 15 ngày"): months are read with
 * such words only, and a term behind the event only where that is held on one day.
 */
final class BeforeEventClause implements Production<TimingRule> {

    private static final List<String> LATEST =
            List.of("cham nhat la", "cham nhat", "muon nhat la", "muon nhat", "khong muon hon", "khong cham hon");
    private static final List<String> LEAST = List.of("it nhat la", "it nhat", "toi thieu la", "toi thieu");

    private static final String DAY_OF = "ngày ";

    /** Events of one day, by the words that their names open with. */
    private static final List<String> OF_ONE_DAY = List.of(
            "hop",
            "ky hop",
            "phien hop",
            "cuoc hop",
            "buoi hop",
            "hoi nghi",
            "dai hoi",
            "khai mac",
            "be mac",
            "bau cu",
            "dien ra",
            "trinh",
            "ban hanh",
            "thong qua",
            "phe duyet",
            "ket thuc");

    /** Also of what has a length, or figures of some length, in a name: "hội nghị <em>sơ kết</em> 6 tháng". */
    private static final List<String> WITH_LENGTH =
            List.of("bao cao", "so ket", "tong ket", "giao ban", "thong bao", "so lieu", "ket qua");

    /** Names that read better without "khi". */
    private static final List<String> NOUNS =
            List.of("ky hop", "phien hop", "cuoc hop", "buoi hop", "hoi nghi", "dai hoi", "cuoc bau cu");

    /** "<em>Trước mắt</em>", "trước tiên", "trước hết" name no event. */
    private static final List<String> IDIOMS = List.of("mat", "tien", "het");

    private final TermForm terms = new TermForm();

    private enum Lead {
        NONE,
        LEAST,
        LATEST
    }

    /** The words between "trước" and the name. */
    private enum Marker {
        NONE,
        WHEN,
        DAY
    }

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        int start = tokens.position();
        List<Function<Tokens, Optional<TimingRule>>> forms = List.of(this::termFirst, this::eventFirst, this::compared);
        for (Function<Tokens, Optional<TimingRule>> form : forms) {
            tokens.reset(start);
            Optional<TimingRule> rule = form.apply(tokens);
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private static Lead lead(Tokens tokens) {
        if (tokens.readAny(LATEST).isPresent()) {
            return Lead.LATEST;
        }
        return tokens.readAny(LEAST).isPresent() ? Lead.LEAST : Lead.NONE;
    }

    private static Marker marker(Tokens tokens) {
        if (tokens.read("khi") || tokens.read("luc") || tokens.read("thoi diem")) {
            return Marker.WHEN;
        }
        return tokens.read("ngay") ? Marker.DAY : Marker.NONE;
    }

    private Optional<TimingRule> termFirst(Tokens tokens) {
        int start = tokens.position();
        Lead lead = lead(tokens);
        Optional<Offset> term = terms.read(tokens);
        if (term.isEmpty() || !tokens.read("truoc")) {
            return Optional.empty();
        }
        boolean open = lead == Lead.NONE
                && (term.get().unit() == OffsetUnit.MONTH || EventNames.isBoundToLabel(tokens, start));
        return open ? Optional.empty() : named(tokens, term.get());
    }

    /** "Trước 05 ngày so với ngày họp". */
    private Optional<TimingRule> compared(Tokens tokens) {
        if (!tokens.read("truoc")) {
            return Optional.empty();
        }
        lead(tokens);
        Optional<Offset> term = terms.read(tokens);
        return term.isPresent() && tokens.read("so voi") ? named(tokens, term.get()) : Optional.empty();
    }

    /** The rest is the name of the event. */
    private static Optional<TimingRule> named(Tokens tokens, Offset term) {
        Marker marker = marker(tokens);
        int from = tokens.position();
        return EventNames.read(tokens, index -> false)
                .filter(name -> marker != Marker.NONE || !opens(tokens, from, IDIOMS))
                .flatMap(name -> rule(marker == Marker.DAY ? DAY_OF + name : name, term));
    }

    private Optional<TimingRule> eventFirst(Tokens tokens) {
        int start = tokens.position();
        tokens.readAny(LATEST);
        if (!tokens.read("truoc")) {
            return Optional.empty();
        }
        Marker marker = marker(tokens);
        int from = tokens.position();
        Optional<String> name = EventNames.read(tokens, index -> isTime(tokens, index));
        int to = tokens.position();
        if (name.isEmpty()
                || EventNames.isLimiting(tokens, to - 1)
                || (marker == Marker.NONE && opens(tokens, from, IDIOMS))) {
            return Optional.empty();
        }
        boolean comma = tokens.read(",");
        Lead lead = lead(tokens);
        Optional<Offset> term = terms.read(tokens);
        if (term.isEmpty() || (lead == Lead.NONE && (comma || term.get().unit() == OffsetUnit.MONTH))) {
            return Optional.empty();
        }
        boolean ofOneDay = marker == Marker.DAY || opens(tokens, from, OF_ONE_DAY);
        boolean open = (lead == Lead.NONE && (!ofOneDay || EventNames.isBoundToLabel(tokens, start)))
                || (lead != Lead.LATEST && hasLength(tokens, from, to));
        return open ? Optional.empty() : rule(marker == Marker.DAY ? DAY_OF + name.get() : name.get(), term.get());
    }

    private static boolean isTime(Tokens tokens, int index) {
        boolean comma = tokens.get(index).is(",") && index + 1 < tokens.size();
        return TimeWords.at(tokens, comma ? index + 1 : index)
                || tokens.startsWith(index, "khong")
                || tokens.startsWith(index, "trong");
    }

    private static boolean hasLength(Tokens tokens, int from, int to) {
        return EventNames.lasts(tokens, from, to)
                || IntStream.range(from, to).anyMatch(index -> opens(tokens, index, WITH_LENGTH));
    }

    private static boolean opens(Tokens tokens, int index, List<String> alternatives) {
        return alternatives.stream().anyMatch(words -> tokens.startsWith(index, words));
    }

    /** Empty where the event cannot be known before: nobody knows when a citizen will write. */
    static Optional<TimingRule> rule(String name, Offset term) {
        AwaitedEvent event = EventClause.event(name);
        // "Trước khi kiểm tra" is before it begins, and not before it ends.
        boolean inspection = event == AwaitedEvent.INSPECTION_ENDED
                && !VietnameseText.fold(name).startsWith("ket thuc");
        return event == AwaitedEvent.FEEDBACK_RECEIVED
                ? Optional.empty()
                : Optional.of(new TimingRule.OnEvent(
                        "", inspection ? AwaitedEvent.OTHER : event, name, Optional.of(term.before())));
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return rule instanceof TimingRule.OnEvent event
                ? event.offset()
                        .filter(Offset::isBefore)
                        .flatMap(terms::print)
                        .map(term -> "chậm nhất " + term + " trước " + printed(event.eventText()))
                : Optional.empty();
    }

    private static String printed(String name) {
        boolean day = name.toLowerCase(Locale.ROOT).startsWith(DAY_OF);
        return day || opens(Tokens.of(name), 0, NOUNS) ? name : "khi " + name;
    }
}
