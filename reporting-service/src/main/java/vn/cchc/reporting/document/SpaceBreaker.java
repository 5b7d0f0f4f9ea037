package vn.cchc.reporting.document;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Breaks lines at spaces only. Vietnamese writes every syllable apart, and what stands together, a date (24/12/2020) or a
 * document number (57/KH-UBND), must stay together.
 */
final class SpaceBreaker implements FSTextBreaker {

    private static final int DONE = -1;

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    /** The position of the next space, or -1 when there is none: the line ends before it. */
    @Override
    public int next() {
        while (position < text.length()) {
            position++;
            if (isSpace(text.charAt(position - 1))) {
                return position - 1;
            }
        }
        return DONE;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
