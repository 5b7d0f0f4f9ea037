package vn.cchc.plan.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.cchc.platform.text.VietnameseText;

/** {@code [label [":"]] clause | clause (":" label | "(" label ")" | label)}, to the end of the text. */
final class Labelled implements Production<List<TimingRule>> {

    private static final Set<String> UNITS = Set.of("nam", "quy", "thang", "tuan", "ngay", "ky", "gio", "h");

    private static final List<String> NAMED_BY_YEARS =
            List.of("ke hoach", "chuong trinh", "de an", "du an", "nghi quyet", "chien luoc", "nien khoa");
    private static final List<String> NUMBERED =
            List.of("nghi quyet", "nghi dinh", "thong tu", "quyet dinh", "chi thi", "cong van");

    /** Made at a time as often as numbered: "xây dựng Kế hoạch 9/2026" may be either, a day with its year is none's number. */
    private static final List<String> OFTEN_NUMBERED =
            List.of("ke hoach", "huong dan", "thong bao", "chuong trinh", "de an", "van ban", "to trinh");

    /** "Trực 24/7" is at every hour, and not on 24 July. */
    private static final String ALL_HOURS = "24/7";

    /** Name the day on which something begins, unless a marker makes it a deadline. */
    private static final List<String> BEGINNINGS = List.of("hieu luc", "hieu lực", "ap dung", "thi hanh");

    /** Of figures: the time after them is the one that they are of, unless a marker makes it a deadline. */
    private static final List<String> FIGURES = List.of("so lieu", "luy ke");

    private static final List<String> REPORTS = List.of("bao cao", "ket qua", "ket quả", "thong ke", "tong hop");
    private static final List<String> SESSIONS = List.of("ky hop", "phien hop", "ky thi", "dai hoi");
    private static final Set<String> POINTS = Set.of("dau", "giua", "cuoi");

    private static final List<String> MARKERS = List.of(
            "truoc", "cham nhat", "muon nhat", "khong qua", "khong muon hon", "han", "thoi han", "hoan thanh", "xong");
    private static final List<String> ENDS = List.of("den", "tu", "het");

    /** Of the words that open a clause at most so many may stand in a label as well: "<em>hoàn thành</em> trong năm". */
    private static final int LONGEST_OPENING = 4;

    /** "12/2026". */
    private static final int LONGEST_NUMBER = 7;

    private final Production<List<TimingRule>> clause;

    Labelled(Production<List<TimingRule>> clause) {
        this.clause = clause;
    }

    @Override
    public Optional<List<TimingRule>> read(Tokens tokens) {
        int end = tokens.labelEnd();
        int last = end < tokens.size() && tokens.get(end).is(":") ? end + 1 : end;
        for (int at = 0; at <= Math.min(last, tokens.size() - 1); at = Math.max(at + 1, last - LONGEST_OPENING)) {
            Optional<String> label = labelUpTo(tokens, at);
            if (label.isEmpty()) {
                continue;
            }
            int start = tokens.position();
            Optional<List<TimingRule>> rules = clause.read(tokens);
            if (rules.isPresent() && startsThere(tokens, start) && isOfItsOwn(tokens, start, rules.get())) {
                Optional<String> whole = label.get().isEmpty() ? labelAfter(tokens, start) : label;
                if (whole.isPresent() && tokens.atEnd()) {
                    return named(rules.get(), whole.get());
                }
            }
        }
        return Optional.empty();
    }

    /** A clause that consumed nothing has said nothing. */
    private static boolean startsThere(Tokens tokens, int start) {
        return tokens.position() > start;
    }

    /** Whether the label before the clause says nothing else. Looked at where there is a clause only: a label may be long. */
    private static boolean isOfItsOwn(Tokens tokens, int start, List<TimingRule> rules) {
        if (start == 0) {
            return true;
        }
        boolean day = rules.get(0) instanceof TimingRule.Fixed;
        boolean span =
                rules.get(0) instanceof TimingRule.Fixed fixed && fixed.from().isPresent();
        return !FreeText.LABEL.holdsClause(tokens, 0, start)
                && !(day && isOfFigures(tokens, start))
                && !(day && tokens.get(start).is(ALL_HOURS))
                && !isNameOfSession(tokens, start)
                && !(day && !span && !isMarked(tokens, start) && ends(tokens, start, BEGINNINGS));
    }

    /** The label before a position; empty text where there is none, empty where it cannot be one. */
    private static Optional<String> labelUpTo(Tokens tokens, int at) {
        tokens.reset(at);
        if (at == 0) {
            return Optional.of("");
        }
        int to = tokens.get(at - 1).is(":") ? at - 1 : at;
        return to > 0 && FreeText.LABEL.isClosed(tokens, 0, to) && !isNamedByNumber(tokens, at)
                ? Optional.of(tokens.printed(0, to))
                : Optional.empty();
    }

    /** "Kế hoạch <em>2026-2030</em>", "Nghị định <em>9/2019</em>": the number names a document. */
    private static boolean isNamedByNumber(Tokens tokens, int at) {
        Token.Kind kind = tokens.get(at).kind();
        boolean number = kind != Token.Kind.WORD && kind != Token.Kind.SYMBOL;
        boolean dated = kind == Token.Kind.DATE || kind == Token.Kind.MONTH;
        boolean monthOrDay = dated && tokens.get(at).folded().length() <= LONGEST_NUMBER;
        return (ends(tokens, at, NAMED_BY_YEARS) && tokens.opensWithYear(at))
                || (ends(tokens, at, NUMBERED) && number)
                || (ends(tokens, at, OFTEN_NUMBERED) && monthOrDay)
                || isDateOfDocument(tokens, at);
    }

    /** "Kế hoạch số 57/KH-UBND <em>ngày 15/01/2026</em>", whether or not "ngày" is taken for a part of the label. */
    private static boolean isDateOfDocument(Tokens tokens, int at) {
        int number = tokens.get(at - 1).is("ngay") ? at - 2 : at - 1;
        boolean day = tokens.get(at).is("ngay") || tokens.get(at).kind() != Token.Kind.WORD;
        return day && number >= 0 && tokens.get(number).kind() == Token.Kind.REFERENCE;
    }

    /** "Kỳ họp HĐND <em>cuối năm</em>" is held when it is called, and not on the last day of the year. */
    private static boolean isNameOfSession(Tokens tokens, int at) {
        return POINTS.contains(tokens.get(at).folded())
                && IntStream.range(0, at)
                        .anyMatch(index -> SESSIONS.stream().anyMatch(words -> tokens.startsWith(index, words)));
    }

    /** "Số liệu <em>đến 14/6</em>", "lũy kế <em>quý I</em>", "báo cáo kết quả <em>từ 15/12 đến 14/6</em>". */
    private static boolean isOfFigures(Tokens tokens, int at) {
        boolean figures = IntStream.range(0, at)
                .anyMatch(index -> FIGURES.stream().anyMatch(words -> tokens.startsWith(index, words)));
        return (figures && !isMarked(tokens, at))
                || (ends(tokens, at, REPORTS) && ENDS.stream().anyMatch(words -> tokens.startsWith(at, words)));
    }

    /** Whether the time is said to be a deadline. */
    private static boolean isMarked(Tokens tokens, int at) {
        return MARKERS.stream().anyMatch(words -> tokens.startsWith(at, words));
    }

    private static boolean ends(Tokens tokens, int at, List<String> pairs) {
        return pairs.stream().anyMatch(pair -> tokens.startsWith(at - 2, pair));
    }

    /** @param start where the clause starts */
    private static Optional<String> labelAfter(Tokens tokens, int start) {
        if (tokens.atEnd()) {
            return Optional.of("");
        }
        boolean bracket = tokens.read("(");
        if (!bracket && !tokens.read(":") && isCutShort(tokens, start)) {
            return Optional.empty();
        }
        Optional<String> label = tokens.free(index -> tokens.get(index).is(")"), FreeText.LABEL);
        return label.isPresent() && bracket && !tokens.read(")") ? Optional.empty() : label;
    }

    /** "Cuối năm <em>học</em>" is another year, "01 tháng 02 <em>cuộc</em>" is no day. */
    private static boolean isCutShort(Tokens tokens, int start) {
        int end = tokens.position();
        boolean dayAndMonth = end == start + 3 && tokens.get(start).kind() == Token.Kind.NUMBER;
        return UNITS.contains(tokens.get(end - 1).folded())
                || (dayAndMonth && tokens.get(start + 1).is("thang"));
    }

    private static Optional<List<TimingRule>> named(List<TimingRule> rules, String label) {
        List<TimingRule> named = new ArrayList<>();
        for (TimingRule rule : rules) {
            if (!label.isEmpty() && !rule.label().isEmpty()) {
                return Optional.empty();
            }
            named.add(label.isEmpty() ? rule : named(rule, label));
        }
        boolean all =
                label.isEmpty() || named.stream().allMatch(rule -> rule.label().equals(label));
        return all ? Optional.of(List.copyOf(named)) : Optional.empty();
    }

    /** The rule with a label; unchanged where its kind has none. */
    private static TimingRule named(TimingRule rule, String label) {
        if (rule instanceof TimingRule.Fixed fixed) {
            return new TimingRule.Fixed(label, fixed.deadline(), fixed.from());
        }
        if (rule instanceof TimingRule.Recurring recurring) {
            return new TimingRule.Recurring(label, recurring.rhythm(), recurring.day(), recurring.exceptions());
        }
        if (rule instanceof TimingRule.Continuous) {
            return new TimingRule.Continuous(label);
        }
        if (rule instanceof TimingRule.OnEvent event) {
            return new TimingRule.OnEvent(label, event.event(), event.eventText(), event.offset());
        }
        return rule;
    }

    /** Whether the words stand for the completion of whatever the row is about, and name no work of their own. */
    static boolean isCompletion(String label) {
        return List.of(
                        "",
                        "xong",
                        "hoan thanh",
                        "hoan thanh xong",
                        "thuc hien",
                        "thuc hien xong",
                        "trien khai",
                        "ket thuc")
                .contains(VietnameseText.fold(label));
    }

    @Override
    public Optional<String> print(List<TimingRule> rules) {
        if (rules.size() != 1) {
            return Optional.empty();
        }
        String label = rules.get(0).label();
        return clause.print(List.of(named(rules.get(0), "")))
                .map(words -> label.isEmpty() ? words : label + " " + words);
    }
}
