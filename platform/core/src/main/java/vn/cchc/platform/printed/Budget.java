package vn.cchc.platform.printed;

import java.util.List;
import java.util.regex.Pattern;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.text.VietnameseText;

/** Makes paragraphs of the texts of cells, and counts what all sheets of a file hold. */
public final class Budget {

    private static final Pattern LINE = Pattern.compile("\\R");

    private long cells;
    private long paragraphs;
    private long characters;

    /** Counts a cell. */
    public void cell() {
        Limit.CELLS.check(++cells);
    }

    /**
     * The lines of a text, without those that show nothing. A text counts as often as cells show it, however often the file
     * states it.
     */
    public List<Paragraph> lines(String text) {
        Limit.PARAGRAPH_CHARACTERS.check(text.length());
        characters += text.length();
        Limit.CHARACTERS.check(characters);
        List<Paragraph> lines = LINE.splitAsStream(text)
                .map(VietnameseText::line)
                .filter(line -> !VietnameseText.isInvisible(line))
                .map(line -> new Paragraph(null, line))
                .toList();
        paragraphs += lines.size();
        Limit.PARAGRAPHS.check(paragraphs);
        return lines;
    }
}
