package vn.cchc.reporting.document;

import java.io.InputStream;

/**
 * The fonts for what the font of the text does not have, in the order in which they are asked. They are read when a text has such a
 * character, and embedded where it stands in one that they have.
 */
enum FallbackFont {
    SYMBOLS("Noto Sans Symbols", "NotoSansSymbols-Regular"),
    MORE_SYMBOLS("Noto Sans Symbols 2", "NotoSansSymbols2-Regular"),
    MATHEMATICS("Noto Sans Math", "NotoSansMath-Regular"),
    EMOJI("Noto Emoji", "NotoEmoji-Regular"),
    HAN("Droid Sans Fallback", "DroidSansFallbackFull");

    private final String family;
    private final String file;

    FallbackFont(String family, String file) {
        this.family = family;
        this.file = file;
    }

    /** As the style of the page names it. */
    String family() {
        return family;
    }

    InputStream file() {
        return Glyphs.file(file);
    }

    boolean has(int point) {
        return Glyphs.of(file).get(point);
    }
}
