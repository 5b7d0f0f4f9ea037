package vn.cchc.feedback.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.cchc.platform.document.FallbackFont;
import vn.cchc.platform.document.PrintableText;
import vn.cchc.platform.document.TextFont;

/** The fonts of a PDF file: each is embedded when it is first needed, with the glyphs that were used. Sizes are in points. */
public final class PdfFonts {

    private static final float EM = 1000;

    /** After these a word that is longer than its line is broken; elsewhere only if none of them is in reach. */
    private static final String BREAK_AFTER = "-/@._,;:";

    private final PDDocument file;
    private final Map<TextFont, PDFont> faces = new EnumMap<>(TextFont.class);
    private final Map<FallbackFont, PDFont> fallbacks = new EnumMap<>(FallbackFont.class);
    private final Map<TextFont, Map<Integer, Float>> widths = new EnumMap<>(TextFont.class);

    public PdfFonts(PDDocument file) {
        this.file = file;
    }

    /** Some text of one face and size. */
    public record Face(TextFont font, float size) {}

    public float width(String text, Face face) {
        return (float) text.codePoints()
                        .mapToDouble(point -> widthOf(point, face.font()))
                        .sum()
                * face.size()
                / EM;
    }

    /** Shows a printable text, beginning at that point of its base line. */
    public void show(PDPageContentStream page, String text, Face face, float x, float y) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, y);
        int from = 0;
        while (from < text.length()) {
            Optional<FallbackFont> fallback = PrintableText.fallback(text.codePointAt(from));
            int to = from;
            while (to < text.length()
                    && PrintableText.fallback(text.codePointAt(to)).equals(fallback)) {
                to += Character.charCount(text.codePointAt(to));
            }
            page.setFont(font(face.font(), fallback), face.size());
            page.showText(text.substring(from, to));
            from = to;
        }
        page.endText();
    }

    /** The text in printable lines no longer than {@code width}; empty ones are left out. */
    public List<String> lines(String text, Face face, float width) {
        return lines(text, face, width, 0);
    }

    /** The same; the first line of each paragraph is shorter by {@code indent}. */
    List<String> lines(String text, Face face, float width, float indent) {
        List<String> lines = new ArrayList<>();
        PrintableText.of(text).text().lines().forEach(paragraph -> {
            List<String> wrapped = new ArrayList<>();
            wrap(paragraph, face, line -> line == 0 ? width - indent : width, wrapped);
            lines.addAll(wrapped);
        });
        return lines;
    }

    /** @param width of a line of the paragraph, by its index */
    private void wrap(String paragraph, Face face, IntToDoubleFunction width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split("[ \\t\\r]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (!line.isEmpty() && width(line + " " + word, face) > width.applyAsDouble(lines.size())) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(line.isEmpty() ? broken(word, face, width, lines) : word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
    }

    /** Adds the lines that a long word fills, and gives its rest. */
    private String broken(String word, Face face, IntToDoubleFunction width, List<String> lines) {
        String rest = word;
        while (width(rest, face) > width.applyAsDouble(lines.size())) {
            int end = firstPart(rest, face, width.applyAsDouble(lines.size()));
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    private int firstPart(String word, Face face, double width) {
        float used = 0;
        int end = 0;
        int after = 0;
        while (end < word.length()) {
            int point = word.codePointAt(end);
            used += widthOf(point, face.font()) * face.size() / EM;
            if (used > width && end > 0) {
                return after > 0 ? after : end;
            }
            end += Character.charCount(point);
            if (BREAK_AFTER.indexOf(point) >= 0) {
                after = end;
            }
        }
        return end;
    }

    private float widthOf(int point, TextFont face) {
        return widths.computeIfAbsent(face, none -> new HashMap<>()).computeIfAbsent(point, unknown -> {
            try {
                return font(face, PrintableText.fallback(point)).getStringWidth(Character.toString(point));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private PDFont font(TextFont face, Optional<FallbackFont> fallback) {
        return fallback.map(other -> fallbacks.computeIfAbsent(other, unused -> load(other.file())))
                .orElseGet(() -> faces.computeIfAbsent(face, unused -> load(face.file())));
    }

    /** Without substitution of glyphs (ligatures): it costs twenty times as much as all the rest, and copied text loses letters. */
    private PDFont load(InputStream font) {
        try (font) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font));
            file.registerTrueTypeFontForClosing(parsed);
            parsed.setEnableGsub(false);
            return PDType0Font.load(file, parsed, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
