package vn.cchc.platform.text;

import java.text.Normalizer;
import java.util.Locale;

/** How Vietnamese text is stored and compared. */
public final class VietnameseText {

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

    /** Whether nothing of it can be seen: white space of any kind, control, zero-width and filling characters. */
    public static boolean isInvisible(String text) {
        return text.codePoints().allMatch(point -> isSpace(point) || isWithoutWidth(point));
    }

    /** The text between the first and the last character that can be seen. */
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
     * Figures and letters of a number or code as it is written in groups: without white space, dashes, full stops and what has no
     * width; compatibility forms (full-width digits) become the usual ones (NFKC).
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
     * The form in which text is searched and compared: lower case, no diacritics ({@code đ} becomes {@code d}, and so does the
     * {@code ð} that is typed for it), every dash a hyphen, every run of white space one space, no space at the ends, nothing without
     * width.
     */
    public static String fold(String text) {
        // One pass instead of a chain of patterns: every text that is taken in is folded, with each request.
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
        return folded.toString().toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ð', 'd');
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
     * Control and format characters, and the others that Unicode has ignored by default where they are not known
     * (Default_Ignorable_Code_Point of DerivedCoreProperties, without what is not assigned); the blank of Braille too.
     */
    private static boolean isWithoutWidth(int point) {
        // Latin letters, which nearly all are.
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
