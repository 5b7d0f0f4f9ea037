package vn.cchc.plan.task;

import java.util.Optional;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * Tasks that are looked for by their words, by their code, or both.
 *
 * @param query a {@code tsquery} of PostgreSQL with the words, among them the code, which is one in the index of words
 * @param code as it is normalised; null where any will do
 */
public record SoughtTasks(String query, String code) {

    /**
     * @param q as {@link TaskWords#of}; null without words
     * @param code in any spelling; null without one
     * @return empty where neither is given
     * @throws Problem 400 for words that are none
     */
    public static Optional<SoughtTasks> of(String q, String code) {
        Optional<String> words = Optional.ofNullable(q).map(TaskWords::of).map(TaskWords::query);
        String sought = codeOf(code);
        if (sought == null) {
            return words.map(query -> new SoughtTasks(query, null));
        }
        String word = TaskWords.ofCode(sought).map(TaskWords::query).orElse("");
        return Optional.of(new SoughtTasks(
                words.filter(query -> !word.isEmpty())
                        .map(query -> "(" + query + ") & " + word)
                        .orElse(word.isEmpty() ? words.orElse("") : word),
                sought));
    }

    /** A code as it is normalised, from whatever is printed; a text that is no code finds nothing. Null without a text. */
    public static String codeOf(String text) {
        String line = VietnameseText.line(text);
        return line == null ? null : PrintedCode.normalise(line).orElse(line);
    }

    /** Equal where the same is looked for; part of a cursor. */
    public String text() {
        return query + "/" + (code == null ? "" : code + "/");
    }
}
