package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a letterhead where one paragraph has several. */
final class LetterheadParts {

    /** What a part begins with, in the letters in which it is printed. */
    private static final List<String> BEGINNINGS =
            List.of("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập", "Số:", "Số :");

    /** A number with its signs; blanks may stand about the slash and the hyphen: "57 /KH - UBND". */
    private static final Pattern NUMBER = Pattern.compile("[Ss][ốỐ] ?:? ?"
            + "([0-9][^\\s/,;)]* ?/ ?[^\\s,;)–-]+(?:[–-][^\\s,;)]+| ?[–-] ?[\\p{Lu}0-9]++(?!\\p{L}))?)");

    private LetterheadParts() {}

    static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        for (int at = next(rest); at > 0; at = next(rest)) {
            parts.add(rest.substring(0, at).strip());
            rest = rest.substring(at);
        }
        parts.add(rest.strip());
        return parts;
    }

    /** Where the next part begins; -1 for the last. */
    private static int next(String text) {
        int next = -1;
        for (String beginning : BEGINNINGS) {
            int at = text.indexOf(beginning, 1);
            if (at > 0 && (next < 0 || at < next)) {
                next = at;
            }
        }
        int day = behind(text, "Hạnh phúc");
        int place = text.startsWith("Số") ? behindNumber(text) : -1;
        for (int at : new int[] {day, place}) {
            if (at > 0 && (next < 0 || at < next)) {
                next = at;
            }
        }
        return next;
    }

    private static int behind(String text, String phrase) {
        int at = text.indexOf(phrase);
        int end = at + phrase.length();
        return at >= 0 && end < text.length() ? end : -1;
    }

    /** Where the place of signing stands behind the number on one line. */
    private static int behindNumber(String text) {
        int end = endOfNumber(text);
        if (end > 0) {
            return PrintedDay.isLine(text.substring(end)) ? end : -1;
        }
        int slash = text.indexOf('/');
        int blank = slash < 0 ? -1 : text.indexOf(' ', slash);
        return blank > 0 && PrintedDay.isLine(text.substring(blank)) ? blank : -1;
    }

    static boolean isNumber(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return lower.startsWith("số") && part.indexOf('/') > 0;
    }

    /** The number in "Số: 57/KH-UBND"; empty where its figures are left to be filled in. */
    static Optional<String> number(String part) {
        Matcher matcher = NUMBER.matcher(part);
        return matcher.lookingAt() ? Optional.of(matcher.group(1).replace(" ", "")) : Optional.empty();
    }

    /** Where the number in "Số: 57/KH-UBND V/v …" ends; 0 where there is none. */
    static int endOfNumber(String part) {
        Matcher matcher = NUMBER.matcher(part);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    static boolean isAuthority(String words) {
        return Words.beginWithOne(
                words,
                "uy ban nhan dan",
                "ubnd",
                "so",
                "bo",
                "ban",
                "van phong",
                "cuc",
                "phong",
                "hoi dong nhan dan",
                "chi cuc",
                "trung tam",
                "tram y te",
                "dang uy");
    }
}
