package vn.cchc.plan.transcript.reading;

import java.util.Optional;

/** Headings of the body: what tells them from paragraphs, and how deep they stand. */
final class BodyHeading {

    private static final int LONGEST_HEADING = 200;
    /** Characters of a heading that ends in a full stop; a longer one is a sentence. */
    private static final int LONGEST_STOPPED = 30;

    private BodyHeading() {}

    static boolean is(BodyLine line) {
        String text = line.mark().rest();
        boolean fits = text.length() <= (text.endsWith(".") ? LONGEST_STOPPED : LONGEST_HEADING);
        boolean marked = line.mark().isNumbering() || (line.mark().kind() == Mark.Kind.NONE && Words.areCapitals(text));
        return marked && fits && !text.endsWith(";") && !Words.of(text).isEmpty();
    }

    /** Without punctuation at its end. */
    static String text(BodyLine line) {
        String text = line.mark().rest();
        return text.endsWith(".") || text.endsWith(":")
                ? text.substring(0, text.length() - 1).strip()
                : text;
    }

    /** What stands behind the first colon of a line; empty where no word does. */
    static Optional<BodyLine> behindColon(BodyLine line) {
        int colon = line.mark().rest().indexOf(':');
        String behind = colon < 0 ? "" : line.mark().rest().substring(colon + 1).strip();
        return Words.of(behind).isEmpty()
                ? Optional.empty()
                : Optional.of(new BodyLine(line.place(), Mark.typed(behind), behind, false));
    }

    /** How deep headings with this mark stand in documents: capitals, roman numbers, numbers, letters. */
    static int rank(Mark mark) {
        return switch (mark.kind()) {
            case CAPITAL -> 1;
            case ROMAN, NONE -> 2;
            case NUMBER -> 2 + mark.depth();
            case LETTER -> 20;
            case BRACKETED -> 21;
            default -> 30;
        };
    }
}
