package vn.cchc.reporting.document;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.cchc.platform.text.VietnameseText;

/**
 * A document as HTML in which each character can be printed. Text comes by events too and cannot be refused here: what no font has is
 * replaced by its code point, so that no other sign stands in an official paper, on the screen as on paper.
 *
 * @param fonts needed beside that of the text
 * @param unprintable the code points that were replaced
 */
public record PrintablePage(String html, Set<FallbackFont> fonts, SortedSet<Integer> unprintable) {

    /** Every cut of the font of the text has them. */
    private static final class Text {

        static final BitSet SHOWN = PdfDocument.FILES.stream()
                .map(Glyphs::of)
                .reduce((all, cut) -> {
                    all.and(cut);
                    return all;
                })
                .orElseThrow();
    }

    /** @param html composed (NFC) */
    static PrintablePage of(String html) {
        Set<FallbackFont> fonts = EnumSet.noneOf(FallbackFont.class);
        SortedSet<Integer> unprintable = new TreeSet<>();
        StringBuilder printable = new StringBuilder(html.length());
        html.codePoints().forEach(point -> {
            if (point < 0x80) {
                printable.append(isInXml(point) ? (char) point : ' ');
            } else if (isSpace(point)) {
                printable.append(isUnbroken(point) ? '\u00a0' : ' ');
            } else if (VietnameseText.isInvisible(Character.toString(point))) {
                // Joiners, variation selectors, marks of direction: layout knows none of them, and some fonts show
                // them.
                return;
            } else if (!isSetAsItIs(point)) {
                unprintable.add(point);
                printable.append(replacement(point));
            } else if (Text.SHOWN.get(point)) {
                printable.appendCodePoint(point);
            } else {
                Optional<FallbackFont> font = fallback(point);
                font.ifPresentOrElse(fonts::add, () -> unprintable.add(point));
                printable.append(font.isPresent() ? Character.toString(point) : replacement(point));
            }
        });
        return new PrintablePage(printable.toString(), fonts, unprintable);
    }

    /** XML 1.0, 2.2. Word processors put in others, the vertical tab for a line break. */
    private static boolean isInXml(int ascii) {
        return !Character.isISOControl(ascii) || ascii == '\t' || ascii == '\n' || ascii == '\r';
    }

    /** "[U+1F9FF]". */
    private static String replacement(int point) {
        return "[" + codePoint(point) + "]";
    }

    /** "U+1F9FF": four digits at least, as Unicode writes them. */
    public static String codePoint(int point) {
        return "U+%04X".formatted(point);
    }

    private static boolean isSpace(int point) {
        return Character.isSpaceChar(point) || Character.isWhitespace(point) || Character.isISOControl(point);
    }

    private static boolean isUnbroken(int space) {
        return space == 0x00A0 || space == 0x2007 || space == 0x202F;
    }

    /**
     * Whether a glyph of a font, set after the one before, is that sign. For private use, each font has its own; what is written from
     * right to left would stand in the wrong order, and what encloses a character beside it.
     */
    private static boolean isSetAsItIs(int point) {
        byte direction = Character.getDirectionality(point);
        int type = Character.getType(point);
        return type != Character.PRIVATE_USE
                && type != Character.ENCLOSING_MARK
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static Optional<FallbackFont> fallback(int point) {
        return Stream.of(FallbackFont.values()).filter(font -> font.has(point)).findFirst();
    }
}
