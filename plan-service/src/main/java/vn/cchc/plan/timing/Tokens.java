package vn.cchc.plan.timing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** Token stream, read from left to right. A read method consumes tokens only when it succeeds. */
final class Tokens {

    private static final Pattern TOKEN =
            Pattern.compile("(?<date>\\d{1,2}/\\d{1,2}(?:/\\d{4})?(?![\\d/]))|(?<number>\\d+)|(?<word>\\p{L}+)|\\S");
    private static final int FIRST_YEAR = 1000;
    private static final Set<String> ROMAN = Set.of("i", "ii", "iii", "iv");

    private final String printed;
    private final List<Token> tokens;
    private int at;

    private Tokens(String printed, List<Token> tokens) {
        this.printed = printed;
        this.tokens = tokens;
    }

    static Tokens of(String text) {
        String printed = VietnameseText.line(text);
        List<Token> found = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(printed);
        while (matcher.find()) {
            Token.Kind kind = matcher.group("date") != null
                    ? Token.Kind.DATE
                    : matcher.group("number") != null
                            ? Token.Kind.NUMBER
                            : matcher.group("word") != null ? Token.Kind.WORD : Token.Kind.SYMBOL;
            found.add(new Token(kind, VietnameseText.fold(matcher.group()), matcher.start(), matcher.end()));
        }
        return new Tokens(printed, trim(found));
    }

    /** Strips a leading dash and a final full stop, which are layout. */
    private static List<Token> trim(List<Token> tokens) {
        int from = 0;
        int to = tokens.size();
        while (from < to && (tokens.get(from).is("-") || tokens.get(from).is("+"))) {
            from++;
        }
        while (to > from
                && (tokens.get(to - 1).is(".")
                        || tokens.get(to - 1).is(";")
                        || tokens.get(to - 1).is(","))) {
            to--;
        }
        return List.copyOf(tokens.subList(from, to));
    }

    /** The parts between semicolons, without empty ones. */
    List<Tokens> clauses() {
        List<Tokens> clauses = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).is(";")) {
                List<Token> clause = trim(tokens.subList(from, i));
                if (!clause.isEmpty()) {
                    clauses.add(new Tokens(printed, clause));
                }
                from = i + 1;
            }
        }
        return clauses;
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
        String[] wanted = words.split(" ", -1);
        if (at + wanted.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!tokens.get(at + i).is(wanted[i])) {
                return false;
            }
        }
        at += wanted.length;
        return true;
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

    OptionalInt number() {
        if (atEnd()
                || tokens.get(at).kind() != Token.Kind.NUMBER
                || tokens.get(at).folded().length() > 4) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(tokens.get(at++).folded()));
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

    /** A valid date; the given year is used when none is printed. A year before 1000 is a typing error. */
    Optional<LocalDate> date(int year) {
        if (atEnd() || tokens.get(at).kind() != Token.Kind.DATE) {
            return Optional.empty();
        }
        String[] parts = tokens.get(at).folded().split("/", -1);
        int in = parts.length == 3 ? Integer.parseInt(parts[2]) : year;
        if (in < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(in, Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
            at++;
            return Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The words up to the first stop word, or to the end. Words are letters and punctuation; a number or date among
     * them gives empty.
     *
     * @return the text as printed, not blank
     */
    Optional<String> words(String... stops) {
        int from = at;
        int i = at;
        while (i < tokens.size() && !startsWithAny(i, stops)) {
            Token.Kind kind = tokens.get(i).kind();
            if (kind == Token.Kind.NUMBER || kind == Token.Kind.DATE) {
                return Optional.empty();
            }
            i++;
        }
        if (i == from) {
            return Optional.empty();
        }
        at = i;
        return Optional.of(
                printed.substring(tokens.get(from).start(), tokens.get(i - 1).end()));
    }

    private boolean startsWithAny(int index, String... stops) {
        int before = at;
        at = index;
        try {
            for (String stop : stops) {
                if (read(stop)) {
                    return true;
                }
            }
            return false;
        } finally {
            at = before;
        }
    }
}
