package vn.cchc.reporting.document;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Breaks lines at spaces only. Vietnamese separates syllables by spaces; dates (24/12/2020) and document numbers
 * (57/KH-UBND) must not be split.
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

    /** Position of the next space, where the line ends; -1 if there is none. */
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
