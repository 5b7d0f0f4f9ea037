package vn.cchc.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How Vietnamese text is stored and compared. */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u200B]+");

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
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        return SPACES.matcher(DASHES.matcher(bare).replaceAll("-"))
                .replaceAll(" ")
                .strip();
    }
}
