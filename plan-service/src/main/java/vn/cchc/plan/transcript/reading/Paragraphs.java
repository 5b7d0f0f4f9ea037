package vn.cchc.plan.transcript.reading;

import java.util.List;

/** Adds paragraphs to a list of the plan document within its bounds. */
final class Paragraphs {

    private Paragraphs() {}

    /** The text of a line without its mark; noted where it does not fit. Nothing is added without words. */
    static void add(List<String> paragraphs, int most, int longest, BodyLine line, Notes notes) {
        String text = line.mark().rest();
        if (Words.of(text).isEmpty()) {
            return;
        }
        if (text.length() > longest) {
            notes.tooLong(line.place(), line.text());
        } else if (paragraphs.size() == most) {
            notes.tooMany(line.place(), line.text());
        } else {
            paragraphs.add(text);
        }
    }
}
