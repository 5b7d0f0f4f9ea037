package vn.cchc.plan.transcript.reading;

import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.text.VietnameseText;

/**
 * A paragraph of the body, or of a table that only places texts beside each other.
 *
 * @param text with its mark as printed
 * @param beginsCell whether it is the first of a cell
 */
record BodyLine(Place place, Mark mark, String text, boolean beginsCell) {

    static BodyLine of(Place place, Paragraph paragraph, boolean beginsCell) {
        String text = VietnameseText.line(paragraph.text());
        String number = paragraph.number() == null ? "" : paragraph.number() + " ";
        return new BodyLine(place, Mark.of(paragraph), VietnameseText.line(number + text), beginsCell);
    }

    String words() {
        return Words.of(mark.rest());
    }
}
