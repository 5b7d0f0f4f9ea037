package vn.cchc.platform.document;

import java.io.InputStream;

/**
 * Fallback fonts for characters missing from the text font, in order of preference. Loaded and embedded only when
 * needed.
 */
public enum FallbackFont {
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

    /** CSS font family. */
    public String family() {
        return family;
    }

    /** The TrueType file; the caller closes it. */
    public InputStream file() {
        return Glyphs.file(file);
    }

    boolean has(int point) {
        return Glyphs.of(file).get(point);
    }
}
