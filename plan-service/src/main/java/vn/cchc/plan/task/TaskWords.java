package vn.cchc.plan.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * Words that a task is searched by: all of them stand in it, in any order, without regard to case and diacritics. Each is the
 * beginning of a word of the task; one of a single character is the whole word. The function {@code searchable_words} of the
 * database divides the texts of tasks in the same way.
 *
 * @param query a {@code tsquery} of PostgreSQL
 */
public record TaskWords(String query) {

    /** Characters of a search. */
    public static final int LONGEST = 100;

    /** Different words of a search, and parts of words: each is a search of its own in the index. */
    static final int MOST = 12;

    private static final String SEPARATOR = "[!-/:-@\\[-`{-~\u00A1-\u00BF\u2010-\u205E]+";
    private static final Pattern AT_THE_ENDS = Pattern.compile("^" + SEPARATOR + "|" + SEPARATOR + "$");
    private static final Pattern SEPARATORS = Pattern.compile(SEPARATOR);
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    /** @throws Problem 400 for a text that is too long, has too many words, or none: neither letter nor digit */
    public static TaskWords of(String q) {
        Set<String> words = new LinkedHashSet<>();
        String line = VietnameseText.line(q);
        if (line != null && line.length() <= LONGEST) {
            SPACE.splitAsStream(VietnameseText.fold(line))
                    .map(word -> AT_THE_ENDS.matcher(word).replaceAll(""))
                    .forEach(words::add);
            words.remove("");
        }
        if (words.isEmpty()
                || words.stream().mapToInt(word -> parts(word).size()).sum() > MOST) {
            throw Problem.malformedParameter(
                    "q",
                    "Từ 1 đến " + MOST + " từ có chữ hoặc số, không quá " + LONGEST + " ký tự.",
                    "1 to " + MOST + " words with letters or digits, at most " + LONGEST + " characters.");
        }
        return new TaskWords(words.stream().map(TaskWords::condition).collect(Collectors.joining(" & ")));
    }

    /** The word that a normalised code is; empty for a text that is none. */
    public static Optional<TaskWords> ofCode(String code) {
        return Optional.of(AT_THE_ENDS.matcher(VietnameseText.fold(code)).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .map(word -> new TaskWords(quoted(word)));
    }

    /** A word with punctuation in it, but without digits, is found by its parts too: "Văn phòng-Thống kê". */
    private static String condition(String word) {
        List<String> parts = parts(word);
        if (parts.size() == 1) {
            return lexeme(word);
        }
        return "(" + lexeme(word) + " | ("
                + parts.stream().map(TaskWords::lexeme).collect(Collectors.joining(" & ")) + "))";
    }

    private static List<String> parts(String word) {
        return DIGIT.matcher(word).find()
                ? List.of(word)
                : SEPARATORS.splitAsStream(word).toList();
    }

    private static String lexeme(String word) {
        return quoted(word) + (word.length() == 1 ? "" : ":*");
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
