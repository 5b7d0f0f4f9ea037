package vn.cchc.platform.document;

import java.io.InputStream;
import java.util.BitSet;

/** Faces of the font of documents: Liberation Serif, which has the metrics of Times New Roman (Decree 30/2020/NĐ-CP). */
public enum TextFont {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    /** CSS font family. */
    public static final String FAMILY = "Liberation Serif";

    /** In thousandths of an em. */
    public static final float ASCENT = 891;

    /** Below the baseline, in thousandths of an em. */
    public static final float DESCENT = -216;

    private final String file;

    TextFont(String face) {
        this.file = "LiberationSerif-" + face;
    }

    /** The TrueType file; the caller closes it. */
    public InputStream file() {
        return Glyphs.file(file);
    }

    BitSet glyphs() {
        return Glyphs.of(file);
    }
}
