package vn.cchc.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How Vietnamese text is stored and compared. */
public final class VietnameseText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]*");

    private VietnameseText() {}

    /** Canonical composition (NFC), the one form in which text is stored: a decomposed {@code ế} and a composed one are equal. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether UTF-8 and PostgreSQL can hold it: no NUL, no half of a surrogate pair. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /** Whether nothing of it can be seen: white space of any kind, control and zero-width characters. */
    public static boolean isInvisible(String text) {
        return INVISIBLE.matcher(text).matches();
    }

    /**
     * The form in which text is searched and compared: lower case, no diacritics ({@code đ} becomes {@code d}), every dash a
     * hyphen, every run of white space one space, no space at the ends.
     */
    public static String fold(String text) {
        // One pass instead of a chain of patterns: every text that is taken in is folded, with each request.
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean spaceBefore = false;
        for (int i = 0; i < decomposed.length(); ) {
            int point = decomposed.codePointAt(i);
            i += Character.charCount(point);
            if (isMark(point)) {
                continue;
            }
            if (isSpace(point)) {
                spaceBefore = !folded.isEmpty();
                continue;
            }
            if (spaceBefore) {
                folded.append(' ');
                spaceBefore = false;
            }
            folded.appendCodePoint(isDash(point) ? '-' : point);
        }
        return folded.toString().toLowerCase(Locale.ROOT).replace('đ', 'd');
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || point == '\u00A0' || point == '\u200B';
    }

    private static boolean isDash(int point) {
        return (point >= '\u2010' && point <= '\u2015') || point == '\u2212';
    }
}
