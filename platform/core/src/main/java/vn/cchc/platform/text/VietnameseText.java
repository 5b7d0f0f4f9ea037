package vn.cchc.platform.text;

import java.text.Normalizer;
import java.util.Locale;

/** Normalisation and comparison of Vietnamese text. */
public final class VietnameseText {

    private VietnameseText() {}

    /** Canonical composition (NFC), the stored form: makes decomposed and composed {@code ế} equal. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether UTF-8 and PostgreSQL can store it: no NUL, no unpaired surrogate. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /** Whether it has no visible character: only white space, control, zero-width and filler characters. */
    public static boolean isInvisible(String text) {
        return text.codePoints().allMatch(point -> isSpace(point) || isWithoutWidth(point));
    }

    /** The text from the first to the last visible character. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (isSpace(text.codePointAt(from)) || isWithoutWidth(text.codePointAt(from)))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && (isSpace(text.codePointBefore(to)) || isWithoutWidth(text.codePointBefore(to)))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /**
     * One line as it would be typed, of what may have been pasted: composed (NFC), every run of white space one space, no space at
     * the ends, without characters that have no width (marks of direction, soft hyphens, fillers). {@code null} stays.
     */
    public static String line(String text) {
        return text == null ? null : withoutWidthless(nfc(text), " ");
    }

    /**
     * The digits and letters of a number or code written in groups: without white space, dashes, full stops and
     * zero-width characters; compatibility forms such as full-width digits normalised (NFKC).
     */
    public static String code(String text) {
        String compact = withoutWidthless(Normalizer.normalize(text, Normalizer.Form.NFKC), "");
        StringBuilder code = new StringBuilder(compact.length());
        compact.codePoints()
                .filter(point -> point != '-' && point != '.' && !isDash(point))
                .forEach(code::appendCodePoint);
        return code.toString();
    }

    private static String withoutWidthless(String text, String space) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean spaceBefore = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isSpace(point)) {
                spaceBefore = !kept.isEmpty();
            } else if (!isWithoutWidth(point)) {
                kept.append(spaceBefore ? space : "").appendCodePoint(point);
                spaceBefore = false;
            }
        }
        return kept.toString();
    }

    /**
     * The form for search and comparison: lower case, no diacritics ({@code đ} and its look-alikes {@code ð} and {@code ɖ}, the
     * small letter of {@code Ɖ}, become {@code d}), every dash a hyphen, each run of white space one space, trimmed, no zero-width characters.
     */
    public static String fold(String text) {
        // A single pass instead of a chain of patterns: every stored text is folded, on each request.
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean spaceBefore = false;
        for (int i = 0; i < decomposed.length(); ) {
            int point = decomposed.codePointAt(i);
            i += Character.charCount(point);
            if (isSpace(point)) {
                spaceBefore = !folded.isEmpty();
                continue;
            }
            if (isMark(point) || isWithoutWidth(point)) {
                continue;
            }
            if (spaceBefore) {
                folded.append(' ');
                spaceBefore = false;
            }
            folded.appendCodePoint(isDash(point) ? '-' : point);
        }
        return folded.toString()
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace('ɖ', 'd');
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /**
     * Control and format characters, and Default_Ignorable_Code_Point (DerivedCoreProperties) without unassigned code
     * points; also the Braille blank.
     */
    private static boolean isWithoutWidth(int point) {
        // Fast path for ASCII.
        if (point >= 0x20 && point < 0x7F) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || point == 0x034F
                || (point >= 0x115F && point <= 0x1160)
                || (point >= 0x17B4 && point <= 0x17B5)
                || (point >= 0x180B && point <= 0x180F)
                || point == 0x2800
                || point == 0x3164
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0xFFA0
                || (point >= 0xE0000 && point <= 0xE0FFF);
    }

    private static boolean isDash(int point) {
        return (point >= '\u2010' && point <= '\u2015') || point == '\u2212';
    }
}
