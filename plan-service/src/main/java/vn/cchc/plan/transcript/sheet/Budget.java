package vn.cchc.plan.transcript.sheet;

import vn.cchc.plan.transcript.document.Limit;

/** Counts what all sheets of a workbook hold. */
final class Budget {

    private long cells;
    private long paragraphs;
    private long characters;

    void cell() {
        Limit.CELLS.check(++cells);
    }

    /** A text counts as often as cells show it, however often the file states it. */
    void text(long lines, long length) {
        paragraphs += lines;
        Limit.PARAGRAPHS.check(paragraphs);
        characters += length;
        Limit.CHARACTERS.check(characters);
    }
}
