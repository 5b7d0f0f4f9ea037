package vn.cchc.plan.transcript.word;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Block;
import vn.cchc.platform.printed.PrintedDocument.Omission.Kind;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Table;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;
import vn.cchc.platform.text.VietnameseText;

/** Makes paragraphs and tables of the text that is read, and numbers the paragraphs. */
final class BlockBuilder {

    /** Characters that a measure and the sign before it have at most. */
    private static final int MEASURE = 3;

    private static final Pattern POWER = Pattern.compile("(?:|.*[^\\p{L}\\p{M}])[kdc]?m|(?:|.*[^\\p{L}\\p{M}0-9.,])10");

    private final ListCounters counters;
    private final List<Block> blocks = new ArrayList<>();
    private final Omissions omissions = new Omissions();
    private final TableBuilder table = new TableBuilder();

    /** The text of the open paragraph, after that of the paragraphs before it whose marks have been deleted. */
    private final StringBuilder text = new StringBuilder();

    private ParagraphProperties properties = ParagraphProperties.NONE;
    private boolean inParagraph;
    /** Whether a part of the open paragraph stands by itself already, before a line break in a cell. */
    private boolean broken;

    private long paragraphs;
    private long characters;

    BlockBuilder(ListCounters counters) {
        this.counters = counters;
    }

    TableBuilder table() {
        return table;
    }

    boolean isInParagraph() {
        return inParagraph;
    }

    ParagraphProperties paragraph() {
        return properties;
    }

    void startParagraph() {
        if (inParagraph || (table.isInTable() && !table.isInCell())) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        inParagraph = true;
        properties = ParagraphProperties.NONE;
    }

    void properties(ParagraphProperties stated) {
        properties = stated;
    }

    /** Adds text to the open paragraph. */
    void add(CharSequence typed) {
        if (!inParagraph) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        text.append(typed);
        Limit.PARAGRAPH_CHARACTERS.check(text.length());
        characters += typed.length();
        Limit.CHARACTERS.check(characters);
    }

    /** A line break: in a cell people list one thing on each line, elsewhere it is a blank. */
    void breakLine() {
        add(" ");
        if (!table.isInCell() || properties.markDeleted()) {
            return;
        }
        if (VietnameseText.isInvisible(text.toString())) {
            text.setLength(0);
        } else {
            keep(broken ? null : counters.next(properties));
            broken = true;
        }
    }

    /** Whether a raised figure would belong to the text before it: to a measure ("m", "km") or a power of ten. */
    boolean endsInPower() {
        int from = Math.max(0, text.length() - MEASURE);
        return POWER.matcher(text.substring(from)).matches();
    }

    void omit(Kind kind, String omitted) {
        omissions.add(kind, omitted, blocks.size(), characters);
    }

    void endParagraph() {
        inParagraph = false;
        if (!properties.markDeleted()) {
            keep(broken ? null : counters.next(properties));
        }
        broken = false;
    }

    /** Ends what the next paragraph would have continued: there is none. */
    private void endCarried() {
        if (!text.isEmpty()) {
            keep(null);
        }
    }

    private void keep(String number) {
        Paragraph paragraph = new Paragraph(number, VietnameseText.line(text.toString()));
        text.setLength(0);
        if (number == null && paragraph.text().isEmpty()) {
            return;
        }
        Limit.PARAGRAPHS.check(++paragraphs);
        if (table.isInCell()) {
            table.add(paragraph);
        } else {
            blocks.add(paragraph);
        }
    }

    void startTable() {
        endCarried();
        table.startTable();
    }

    void endCell() {
        endCarried();
        table.endCell();
    }

    void endTable() {
        Table ended = table.endTable();
        if (ended != null) {
            blocks.add(ended);
        }
    }

    PrintedDocument end() {
        endCarried();
        return new PrintedDocument(blocks, omissions.listed(blocks.size()), omissions.further());
    }
}
