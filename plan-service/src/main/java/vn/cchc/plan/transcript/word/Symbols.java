package vn.cchc.plan.transcript.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.cchc.platform.text.VietnameseText;

/**
 * Characters of the fonts Symbol and Wingdings, which Word places in the private use area from U+F000 on (ECMA-376 part 1,
 * 17.3.3.30), as characters of Unicode.
 */
final class Symbols {

    private static final int PRIVATE = 0xF000;
    private static final int PRIVATE_END = 0xF0FF;
    private static final String BULLET = "•";

    /** By the code within the font. */
    private static final Map<Integer, String> SYMBOL = new HashMap<>();

    private static final Map<Integer, String> WINGDINGS = new HashMap<>();

    static {
        SYMBOL.put(0x2A, "*");
        SYMBOL.put(0x2B, "+");
        SYMBOL.put(0x2D, "-");
        SYMBOL.put(0xA3, "≤");
        SYMBOL.put(0xAB, "↔");
        SYMBOL.put(0xAE, "→");
        SYMBOL.put(0xB0, "°");
        SYMBOL.put(0xB1, "±");
        SYMBOL.put(0xB3, "≥");
        SYMBOL.put(0xB4, "×");
        SYMBOL.put(0xB7, BULLET);
        SYMBOL.put(0xB8, "÷");
        SYMBOL.put(0xB9, "≠");
        SYMBOL.put(0xDE, "⇒");
        WINGDINGS.put(0x6C, BULLET);
        WINGDINGS.put(0x6E, BULLET);
        WINGDINGS.put(0x6F, "☐");
        WINGDINGS.put(0x76, BULLET);
        WINGDINGS.put(0x9F, BULLET);
        WINGDINGS.put(0xA7, BULLET);
        WINGDINGS.put(0xA8, "☐");
        WINGDINGS.put(0xD8, BULLET);
        WINGDINGS.put(0xE0, "→");
        WINGDINGS.put(0xE8, "→");
        WINGDINGS.put(0xFB, "☒");
        WINGDINGS.put(0xFC, "✓");
        WINGDINGS.put(0xFD, "☒");
        WINGDINGS.put(0xFE, "☑");
    }

    private Symbols() {}

    /** The character of a font; null for one that is not known. */
    static String character(String font, int code) {
        int place = code >= PRIVATE && code <= PRIVATE_END ? code - PRIVATE : code;
        return switch (font == null ? "" : font.toLowerCase(Locale.ROOT)) {
            case "symbol" -> SYMBOL.get(place);
            case "wingdings" -> WINGDINGS.get(place);
            default -> null;
        };
    }

    static boolean isPrivate(int character) {
        return character >= PRIVATE && character <= PRIVATE_END;
    }

    /** The text of a level of bullets: a dash is "-", a symbol of a font is the character of Symbol or a round bullet. */
    static String bullet(String text) {
        StringBuilder bullet = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isPrivate(point)) {
                String known = SYMBOL.get(point - PRIVATE);
                bullet.append(point - PRIVATE == 'o' ? "o" : known == null ? BULLET : known);
            } else {
                bullet.appendCodePoint((point >= 0x2010 && point <= 0x2015) || point == 0x2212 ? '-' : point);
            }
        });
        return VietnameseText.line(bullet.toString());
    }
}
