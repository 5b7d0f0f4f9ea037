package vn.cchc.platform.document;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cchc.platform.text.VietnameseText;

/**
 * A text in which every character is printable. Text also arrives by events and from before a rule, and cannot be rejected
 * when it is printed. Characters that no font covers are replaced by their code points, identically on screen and paper.
 *
 * @param fonts fallback fonts needed
 * @param unprintable code points that were replaced
 */
public record PrintableText(String text, Set<FallbackFont> fonts, SortedSet<Integer> unprintable) {

    /** Code points covered by every face of the text font. */
    private static final class Covered {

        static final BitSet POINTS = points();

        private static BitSet points() {
            BitSet points = new BitSet();
            points.set(0, Character.MAX_CODE_POINT + 1);
            Stream.of(TextFont.values()).map(TextFont::glyphs).forEach(points::and);
            return points;
        }
    }

    /** @param composed text or markup, composed (NFC) */
    public static PrintableText of(String composed) {
        Set<FallbackFont> fonts = EnumSet.noneOf(FallbackFont.class);
        SortedSet<Integer> unprintable = new TreeSet<>();
        StringBuilder printable = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> {
            if (point < 0x80) {
                printable.append(isInXml(point) ? (char) point : ' ');
            } else if (isSpace(point)) {
                printable.append(isUnbroken(point) ? '\u00a0' : ' ');
            } else if (VietnameseText.isInvisible(point)) {
                // Joiners, variation selectors and direction marks: the layout ignores them, and some fonts show them.
                return;
            } else if (isUnprintable(point)) {
                unprintable.add(point);
                printable.append(replacement(point));
            } else {
                fallback(point).ifPresent(fonts::add);
                printable.appendCodePoint(point);
            }
        });
        return new PrintableText(printable.toString(), fonts, unprintable);
    }

    /**
     * The code points of these texts that would be replaced; nothing is rendered.
     *
     * @param texts composed (NFC)
     */
    public static SortedSet<Integer> unprintable(Stream<String> texts) {
        return texts.flatMapToInt(String::codePoints)
                .filter(point -> point >= 0x80 && !(isInTextFont(point) && isSetAsItIs(point)))
                .filter(point -> !VietnameseText.isInvisible(point) && isUnprintable(point))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The font that shows the code point of a printable text; empty for that of the text. */
    public static Optional<FallbackFont> fallback(int point) {
        return isInTextFont(point) ? Optional.empty() : first(point);
    }

    /** Spaces have no outline, and no glyph is needed for them. */
    private static boolean isInTextFont(int point) {
        return point < 0x80 || point == '\u00a0' || Covered.POINTS.get(point);
    }

    /** Whether no font covers it, or the layout would set it wrongly. */
    private static boolean isUnprintable(int point) {
        return !isSetAsItIs(point) || (!isInTextFont(point) && first(point).isEmpty());
    }

    /** XML 1.0, 2.2. Word processors emit other control characters, e.g. a vertical tab for a line break. */
    private static boolean isInXml(int ascii) {
        return !Character.isISOControl(ascii) || ascii == '\t' || ascii == '\n' || ascii == '\r';
    }

    /** "[U+1F9FF]". */
    private static String replacement(int point) {
        return "[" + codePoint(point) + "]";
    }

    /** "U+1F9FF": at least four digits, as in Unicode notation. */
    public static String codePoint(int point) {
        return "U+%04X".formatted(point);
    }

    private static boolean isSpace(int point) {
        return VietnameseText.isSpace(point) || Character.isISOControl(point);
    }

    private static boolean isUnbroken(int space) {
        return space == 0x00A0 || space == 0x2007 || space == 0x202F;
    }

    /**
     * Whether the layout sets the code point correctly. Private-use characters differ by font. Right-to-left text would
     * be set in the wrong order. Enclosing marks would be set beside their character.
     */
    private static boolean isSetAsItIs(int point) {
        byte direction = Character.getDirectionality(point);
        int type = Character.getType(point);
        return type != Character.PRIVATE_USE
                && type != Character.ENCLOSING_MARK
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static Optional<FallbackFont> first(int point) {
        return Stream.of(FallbackFont.values()).filter(font -> font.has(point)).findFirst();
    }
}
