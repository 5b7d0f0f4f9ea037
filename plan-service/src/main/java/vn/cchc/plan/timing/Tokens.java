package vn.cchc.plan.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** Token stream, read from left to right. A read method consumes tokens only when it succeeds. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("(?<reference>\\d+/(?:\\d{4}/)?\\p{Lu}+(?:-\\p{Lu}\\p{L}*)+)"
            + "|(?<date>\\d{1,2}/\\d{1,2}(?:/(?:\\d{4}|\\d{2}))?(?![\\d/])"
            + "|\\d{1,2}\\.\\d{1,2}\\.\\d{4}(?!\\d)|\\d{1,2}-\\d{1,2}-\\d{4}(?!\\d))"
            + "|(?<month>\\d{1,2}/\\d{4}(?![\\d/]))"
            + "|(?<hour>\\d{1,2}(?:[hHgG](?:\\d{2})?|:\\d{2})(?![\\p{L}\\d]))"
            + "|(?<number>\\d+)|(?<word>\\p{L}+)|\\S");
    private static final Set<String> BULLETS = Set.of("-", "+", "•", "*");
    private static final Set<String> TRAILING = Set.of(".", ";", ",");
    private static final Set<String> ROMAN = Set.of("i", "ii", "iii", "iv");

    private static final int LAST_PLAIN = 0x7F;

    private final String printed;
    private final List<Token> tokens;
    private final boolean accented;
    private int at;
    private int labelEnd = -1;

    private Tokens(String printed, List<Token> tokens, boolean accented) {
        this.printed = printed;
        this.tokens = List.copyOf(tokens);
        this.accented = accented;
    }

    static Tokens of(String text) {
        String printed = VietnameseText.line(text);
        List<Token> found = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(printed);
        while (matcher.find()) {
            String lower = OtherWords.spelled(matcher.group().toLowerCase(Locale.ROOT));
            String folded = OtherWords.compared(VietnameseText.fold(lower), lower);
            found.add(new Token(kind(matcher), folded, lower, matcher.start(), matcher.end()));
        }
        return new Tokens(
                printed,
                trim(withoutBullets(printed, found)),
                printed.codePoints().anyMatch(point -> point > LAST_PLAIN));
    }

    private static Token.Kind kind(Matcher matcher) {
        for (Token.Kind kind : Token.Kind.values()) {
            if (kind != Token.Kind.SYMBOL && matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return kind;
            }
        }
        return Token.Kind.SYMBOL;
    }

    /**
     * Leaves out the bullets of a list, which are layout: those behind a semicolon, and one behind a colon where more follow. "- Quý
     * II; - Quý IV" is "- Quý II; Quý IV".
     */
    private static List<Token> withoutBullets(String printed, List<Token> found) {
        int last = 0;
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i - 1).is(";") && isBullet(printed, found.get(i))) {
                last = i;
            }
        }
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boolean opens =
                    i > 0 && (found.get(i - 1).is(";") || (found.get(i - 1).is(":") && i < last));
            if (!opens || !isBullet(printed, found.get(i))) {
                kept.add(found.get(i));
            }
        }
        return kept;
    }

    /** Whether a blank follows it: "-5 ngày" has a sign. */
    private static boolean isBullet(String printed, Token token) {
        return BULLETS.contains(token.folded()) && token.end() < printed.length() && printed.charAt(token.end()) == ' ';
    }

    /** Strips a leading dash and a final full stop, which are layout. */
    private static List<Token> trim(List<Token> tokens) {
        int from = 0;
        int to = tokens.size();
        while (from < to && BULLETS.contains(tokens.get(from).folded())) {
            from++;
        }
        while (to > from && TRAILING.contains(tokens.get(to - 1).folded())) {
            to--;
        }
        return tokens.subList(from, to);
    }

    /** A stream of its own over the tokens from one position to another, exclusive. */
    Tokens part(int from, int to) {
        return new Tokens(printed, trim(tokens.subList(from, to)), accented);
    }

    /** What tells two parts of one text apart. */
    record Range(int start, int end) {}

    Range range() {
        return new Range(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    }

    /** The first position that no label from the first token on goes past. Every production asks for it, so it is kept. */
    int labelEnd() {
        if (labelEnd < 0) {
            labelEnd = FreeText.LABEL.end(this, 0, tokens.size());
        }
        return labelEnd;
    }

    /** Whether the text is written with diacritics; where it is not, "lan" may be "lần". */
    boolean isAccented() {
        return accented;
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    int position() {
        return at;
    }

    void reset(int position) {
        at = position;
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    /** Consumes this sequence of words or symbols, separated by spaces in the argument. */
    boolean read(String words) {
        int end = endOf(at, words);
        if (end < 0) {
            return false;
        }
        at = end;
        return true;
    }

    /** Consumes the first of these that is there; the longer ones are to be given first. */
    Optional<String> readAny(List<String> alternatives) {
        return alternatives.stream().filter(this::read).findFirst();
    }

    /** Consumes the words if they are the rest of the text. */
    boolean readToEnd(String words) {
        int before = at;
        if (read(words) && atEnd()) {
            return true;
        }
        at = before;
        return false;
    }

    boolean startsWith(int index, String words) {
        return endOf(index, words) >= 0;
    }

    /** The position after these words; negative where they are not there. Most differ in the first, so none is split off. */
    private int endOf(int index, String words) {
        int from = 0;
        for (int i = index; i >= 0 && i < tokens.size(); i++) {
            String token = tokens.get(i).folded();
            if (!words.startsWith(token, from)) {
                return -1;
            }
            from += token.length();
            if (from == words.length()) {
                return i + 1;
            }
            if (words.charAt(from++) != ' ') {
                return -1;
            }
        }
        return -1;
    }

    /** The token if it is of this kind. */
    Optional<Token> token(Token.Kind kind) {
        return atEnd() || tokens.get(at).kind() != kind ? Optional.empty() : Optional.of(tokens.get(at++));
    }

    OptionalInt number() {
        int before = at;
        Optional<Token> number = token(Token.Kind.NUMBER);
        if (number.isEmpty() || number.get().folded().length() > 4) {
            at = before;
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(number.get().folded()));
    }

    /** A number from {@code least} to {@code most}. */
    OptionalInt number(int least, int most) {
        int before = at;
        OptionalInt number = number();
        if (number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most) {
            return number;
        }
        at = before;
        return OptionalInt.empty();
    }

    /** Roman numeral I to IV. */
    OptionalInt roman() {
        if (atEnd() || !ROMAN.contains(tokens.get(at).folded())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                switch (tokens.get(at++).folded()) {
                    case "i" -> 1;
                    case "ii" -> 2;
                    case "iii" -> 3;
                    default -> 4;
                });
    }

    /** Whether a year stands there, or a span of years: "2026", "năm 2026", "giai đoạn 2026-2030". */
    boolean opensWithYear(int index) {
        int before = at;
        at = index;
        boolean named = read("giai doan") || read("tu");
        boolean year = (read("nam") || named || at == index) && year().isPresent();
        at = before;
        return year;
    }

    /** A year from 2000 to 2100. */
    OptionalInt year() {
        return number(2000, 2100);
    }

    /**
     * The text up to the first place that the predicate accepts, or to the end.
     *
     * @return the text as printed; empty where none is left, or where it tells a time
     */
    Optional<String> free(Predicate<Integer> stop, FreeText kind) {
        int to = at;
        while (to < tokens.size() && !stop.test(to)) {
            to++;
        }
        if (to == at || !kind.accepts(this, at, to)) {
            return Optional.empty();
        }
        int from = at;
        at = to;
        return Optional.of(printed(from, to));
    }

    /** The rest of the text, under the same condition. */
    Optional<String> rest(FreeText kind) {
        return free(index -> false, kind);
    }

    String printed(int from, int to) {
        return printed.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
