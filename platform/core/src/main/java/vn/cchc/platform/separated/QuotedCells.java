package vn.cchc.platform.separated;

import java.io.Reader;

/**
 * A text with separators in which a cell that begins with a quote and is not closed at its end (RFC 4180, 2.5 to 2.7) has its quotes
 * as text. The text is not copied for it.
 */
final class QuotedCells extends Reader {

    static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private int at;
    /** Where the cell at hand ends: at its separator, or at the end of the text. */
    private int end;
    /** Whether the cell at hand is put between quotes and has its own doubled. */
    private boolean quoted;
    /** Quotes that come before the next character. */
    private int quotes;

    QuotedCells(String text, char separator) {
        this.text = text;
        this.separator = separator;
        begin();
    }

    @Override
    public int read(char[] into, int from, int length) {
        int to = from;
        while (to < from + length && (quotes > 0 || at < text.length())) {
            into[to++] = next();
        }
        return to == from && length > 0 ? -1 : to - from;
    }

    private char next() {
        if (quotes > 0) {
            quotes--;
            return QUOTE;
        }
        char next = text.charAt(at++);
        if (at > end) {
            begin();
        } else if (quoted) {
            quotes = (next == QUOTE ? 1 : 0) + (at == end ? 1 : 0);
        }
        return next;
    }

    private void begin() {
        int closed = at < text.length() && text.charAt(at) == QUOTE ? closed() : at;
        end = closed > at ? closed : end();
        quoted = closed < 0;
        quotes = quoted ? 1 : 0;
    }

    /** Behind the quote that closes the one here; -1 where none does. */
    private int closed() {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == QUOTE) {
                boolean last = i + 1 == text.length();
                if (last || ends(text.charAt(i + 1))) {
                    return i + 1;
                }
                if (text.charAt(i + 1) != QUOTE) {
                    return -1;
                }
                i++;
            }
        }
        return -1;
    }

    private int end() {
        int last = at;
        while (last < text.length() && !ends(text.charAt(last))) {
            last++;
        }
        return last;
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    @Override
    public void close() {
        // A text holds nothing open.
    }
}
