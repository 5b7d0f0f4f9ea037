package vn.cchc.plan.transcript.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a code tells of its place among others: its parts, and which of its kind it is. */
final class CodeParts {

    private static final String LETTERS = "abcdđefghijklmnopqrstuvwxyz";

    private CodeParts() {}

    private static List<String> of(String code) {
        String inner = code.replace("(", "").replace(")", "").replace(',', '.');
        return Arrays.stream(inner.split("\\.", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether a code begins with all parts of another one and goes on. */
    static boolean isPrefix(String prefix, String code) {
        List<String> above = of(prefix);
        List<String> parts = of(code);
        return !above.isEmpty()
                && above.size() < parts.size()
                && parts.subList(0, above.size()).equals(above);
    }

    /** Of "c)" 3, of "IV" 4, of "7" 7; 0 for a code that is not counted, such as a bullet. */
    static int ordinal(Mark.Kind kind, String code) {
        List<String> parts = of(code);
        String part = parts.isEmpty() ? "" : parts.get(0).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case NUMBER, BRACKETED ->
                part.chars().allMatch(c -> c >= '0' && c <= '9') && !part.isEmpty() ? Integer.parseInt(part) : 0;
            case ROMAN -> roman(part);
            case CAPITAL, LETTER -> letter(part);
            default -> 0;
        };
    }

    /** The first one of small roman numbers, "i)", is a letter too. */
    private static int letter(String part) {
        if (part.equals("i")) {
            return 1;
        }
        return part.length() == 1 ? LETTERS.indexOf(part.charAt(0)) + 1 : roman(part);
    }

    private static int roman(String part) {
        int value = 0;
        int before = 0;
        for (int i = part.length() - 1; i >= 0; i--) {
            int digit =
                    switch (part.charAt(i)) {
                        case 'i' -> 1;
                        case 'v' -> 5;
                        case 'x' -> 10;
                        default -> 0;
                    };
            value += digit < before ? -digit : digit;
            before = Math.max(before, digit);
        }
        return value;
    }

    /** Whether a kind stands above another one in documents: capitals, then roman numbers, then the others. */
    static boolean outranks(Mark.Kind kind, Mark.Kind other) {
        return rank(kind) < rank(other);
    }

    private static int rank(Mark.Kind kind) {
        return switch (kind) {
            case CAPITAL -> 1;
            case ROMAN -> 2;
            default -> 3;
        };
    }
}
