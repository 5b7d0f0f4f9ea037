package vn.cchc.bench.statement;

import java.util.Locale;
import java.util.regex.Pattern;

/** Normalises statement texts from any source, so that equal statements compare equal. */
final class Statements {
    /** Marks, in our scripts, an expression that pgbench computes where the service sends a parameter. */
    private static final String COMPUTED = "/*value*/";

    private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LINE_COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern PARAMETER =
            Pattern.compile("\\$[0-9]+|(?<![:\\w]):[a-z_]\\w*|(?<![\\w.?])-?[0-9]+(?:\\.[0-9]+)?\\b");
    private static final Pattern CAST = Pattern.compile("::\\s*[a-z_]+(?:\\[])?");
    private static final Pattern PUNCTUATION = Pattern.compile("\\s*([(),=<>;])\\s*");
    private static final Pattern LIST = Pattern.compile("(in|array|any)([(\\[])\\?(?:,\\?)*([)\\]])");

    private Statements() {}

    /** Removes comments, letter case, white space and casts, and replaces each value with {@code ?}. */
    static String normal(String statement) {
        String text = withoutComputed(statement);
        text = BLOCK_COMMENT.matcher(text).replaceAll(" ");
        text = LINE_COMMENT.matcher(text).replaceAll(" ");
        text = STRING.matcher(text).replaceAll("?");
        text = text.toLowerCase(Locale.ROOT);
        text = PARAMETER.matcher(text).replaceAll("?");
        text = CAST.matcher(text).replaceAll("");
        text = PUNCTUATION.matcher(text).replaceAll("$1");
        text = LIST.matcher(text).replaceAll("$1$2?$3");
        return text.replaceAll("\\s+", " ").replaceAll(";$", "").strip();
    }

    private static String withoutComputed(String statement) {
        String text = statement;
        for (int mark = text.indexOf(COMPUTED); mark >= 0; mark = text.indexOf(COMPUTED)) {
            int open = text.indexOf('(', mark);
            text = text.substring(0, mark) + "?" + text.substring(closing(text, open) + 1);
        }
        return text;
    }

    private static int closing(String text, int open) {
        if (open < 0) {
            throw new IllegalArgumentException("No parenthesis after " + COMPUTED + ": " + text);
        }
        int depth = 0;
        boolean quoted = false;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("Unbalanced parentheses after " + COMPUTED + ": " + text);
    }
}
