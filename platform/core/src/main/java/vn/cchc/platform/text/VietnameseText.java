package vn.cchc.platform.text;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;

/**
 * Normalisation and comparison of Vietnamese text. Which characters are spaces and which have no width is said here once, by
 * code point: the categories of the Java that runs would change stored folds with its version of Unicode.
 */
public final class VietnameseText {

    /** White_Space (PropList), and the separators of information, U+001C to U+001F. */
    private static final BitSet SPACES = points(new int[][] {
        {0x09, 0x0D},
        {0x1C, 0x20},
        {0x85},
        {0xA0},
        {0x1680},
        {0x2000, 0x200A},
        {0x2028, 0x2029},
        {0x202F},
        {0x205F},
        {0x3000}
    });

    /**
     * Other control characters, format characters (Cf) and Default_Ignorable_Code_Point (DerivedCoreProperties), those that
     * are not assigned yet among them; also the Braille blank, U+2800. As of Unicode 16.
     */
    private static final BitSet WITHOUT_WIDTH = points(new int[][] {
        {0x00, 0x08},
        {0x0E, 0x1B},
        {0x7F, 0x84},
        {0x86, 0x9F},
        {0xAD},
        {0x034F},
        {0x0600, 0x0605},
        {0x061C},
        {0x06DD},
        {0x070F},
        {0x0890, 0x0891},
        {0x08E2},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x200B, 0x200F},
        {0x202A, 0x202E},
        {0x2060, 0x206F},
        {0x2800},
        {0x3164},
        {0xFE00, 0xFE0F},
        {0xFEFF},
        {0xFFA0},
        {0xFFF0, 0xFFFB},
        {0x110BD},
        {0x110CD},
        {0x13430, 0x1343F},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF}
    });

    private VietnameseText() {}

    /** @param ranges first and last code point of each, or the only one */
    private static BitSet points(int[]... ranges) {
        BitSet points = new BitSet();
        for (int[] range : ranges) {
            points.set(range[0], range[range.length - 1] + 1);
        }
        return points;
    }

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
        return text.codePoints().allMatch(VietnameseText::isInvisible);
    }

    /** Whether this code point is white space, or has no width. */
    public static boolean isInvisible(int point) {
        return isSpace(point) || isWithoutWidth(point);
    }

    /** Whether this code point is white space, which folds to a space. */
    public static boolean isSpace(int point) {
        return SPACES.get(point);
    }

    /** The text from the first to the last visible character. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isInvisible(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isInvisible(text.codePointBefore(to))) {
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

    private static boolean isWithoutWidth(int point) {
        return WITHOUT_WIDTH.get(point);
    }

    private static boolean isDash(int point) {
        return (point >= '\u2010' && point <= '\u2015') || point == '\u2212';
    }
}
