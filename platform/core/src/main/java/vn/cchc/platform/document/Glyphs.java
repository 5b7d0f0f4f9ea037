package vn.cchc.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Glyph coverage of the documents' TrueType fonts. */
final class Glyphs {

    private static final String FONTS = "/document/fonts/";

    /** By font name, loaded on demand; about 20 KB each. */
    private static final Map<String, BitSet> SHOWN = new ConcurrentHashMap<>();

    private Glyphs() {}

    /** @param name of the file, without its extension */
    static InputStream file(String name) {
        String resource = FONTS + name + ".ttf";
        return Objects.requireNonNull(Glyphs.class.getResourceAsStream(resource), resource);
    }

    /** Code points for which the font has a glyph with an outline; a glyph without one is invisible. */
    static BitSet of(String name) {
        return SHOWN.computeIfAbsent(name, Glyphs::read);
    }

    private static BitSet read(String name) {
        try (InputStream in = file(name);
                TrueTypeFont font = new TTFParser(false).parse(new RandomAccessReadBuffer(in))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            long[] outlines = font.getIndexToLocation().getOffsets();
            BitSet shown = new BitSet();
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                int glyph = glyphs.getGlyphId(point);
                if (glyph != 0 && outlines[glyph + 1] > outlines[glyph]) {
                    shown.set(point);
                }
            }
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
