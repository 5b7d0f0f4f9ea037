package vn.cchc.plan.transcript.word;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.plan.transcript.word.UnreadableFile.Reason;
import vn.cchc.plan.transcript.word.WordDocument.Block;
import vn.cchc.plan.transcript.word.WordDocument.Omission.Kind;
import vn.cchc.plan.transcript.word.WordDocument.Paragraph;
import vn.cchc.plan.transcript.word.WordDocument.Table;
import vn.cchc.platform.text.VietnameseText;

/** Makes paragraphs and tables of the text that is read, and numbers the paragraphs. */
final class BlockBuilder {

    private final ListCounters counters;
    private final List<Block> blocks = new ArrayList<>();
    private final Omissions omissions = new Omissions();
    private final TableBuilder table = new TableBuilder();

    /** The text of the open paragraph, after that of the paragraphs before it whose marks have been deleted. */
    private final StringBuilder text = new StringBuilder();

    private ParagraphProperties properties = ParagraphProperties.NONE;
    private boolean inParagraph;
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

    void omit(Kind kind, String omitted) {
        omissions.add(kind, omitted, blocks.size(), characters);
    }

    void endParagraph() {
        inParagraph = false;
        if (!properties.markDeleted()) {
            keep(counters.next(properties));
        }
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

    WordDocument end() {
        endCarried();
        return new WordDocument(blocks, omissions.listed(blocks.size()), omissions.further());
    }
}
