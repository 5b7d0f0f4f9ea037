package vn.cchc.plan.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** The code of an annex row as printed: "5.1.2", "2,2,1", "IV", "I.1.a", "a)", "-". */
public final class PrintedCode {

    private static final String PART = "(?:\\d{1,3}|[IVX]{1,5}|\\p{L})";
    private static final Pattern WELL_FORMED = Pattern.compile("\\(?" + PART + "(?:\\." + PART + ")*[.)]?");
    private static final Pattern NORMAL = Pattern.compile(PART + "(?:\\." + PART + ")*\\)?");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.,;:/()\\-\\u2010-\\u2015]+");
    private static final Pattern BULLET = Pattern.compile("[-+*•·●○▪\\u2010-\\u2015\\u2212]");
    private static final String ROMAN = "IVX";

    private PrintedCode() {}

    /** What the first part of a code is. Codes of different kinds number different things: "1" beneath "I" is its first row. */
    private enum Kind {
        NUMBER,
        ROMAN,
        CAPITAL,
        LETTER,
        /** "1)", "a)". */
        BRACKETED
    }

    /** Whether it consists of numbers, Roman numerals and letters separated by full stops, or is a bullet, which is no code. */
    public static boolean isWellFormed(String printed) {
        return WELL_FORMED.matcher(printed).matches() || BULLET.matcher(printed).matches();
    }

    /**
     * Numbers, Roman numerals and letters separated by full stops, whatever the printed separator, without a full stop at the end;
     * a closing bracket is kept. Empty for a bullet, and when the code has another form.
     */
    public static Optional<String> normalise(String printed) {
        String line = VietnameseText.line(printed);
        List<String> parts = new ArrayList<>();
        for (String part : SEPARATORS.split(line, -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return Optional.of(String.join(".", parts) + (line.endsWith(")") ? ")" : ""))
                .filter(code -> NORMAL.matcher(code).matches());
    }

    /**
     * Whether both codes count in one scheme, so that one of them can continue the other. "I" and "1", or "1" and "a)", do not.
     *
     * @param code normalised
     * @param other normalised
     */
    public static boolean isOfOneScheme(String code, String other) {
        return kind(code) == kind(other);
    }

    private static Kind kind(String code) {
        if (code.endsWith(")")) {
            return Kind.BRACKETED;
        }
        char first = code.charAt(0);
        if (Character.isDigit(first)) {
            return Kind.NUMBER;
        }
        if (ROMAN.indexOf(first) >= 0) {
            return Kind.ROMAN;
        }
        return Character.isUpperCase(first) ? Kind.CAPITAL : Kind.LETTER;
    }
}
