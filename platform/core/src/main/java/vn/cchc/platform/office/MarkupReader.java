package vn.cchc.platform.office;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/**
 * The characters of an XML part on their way to the parser, which holds a tag, comment or instruction in memory as a whole and
 * compares each declared namespace with all others: their lengths and attributes are limited before it sees them. A document type
 * declaration is refused at its second character.
 */
final class MarkupReader extends FilterReader {

    /** Of {@code <!---->} what follows its first character: the dashes that open a comment do not end it. */
    private static final int SHORTEST_COMMENT = 6;

    /** Where in the XML the last character stands. */
    private enum Place {
        TEXT,
        OPENED,
        DECLARED,
        TAG,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private Place place = Place.TEXT;
    private int length;
    private int attributes;
    private char quote;
    private char before;
    private char beforeThat;

    MarkupReader(Reader characters) {
        super(characters);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] characters, int from, int most) throws IOException {
        int read = super.read(characters, from, most);
        for (int i = from; i < from + read; i++) {
            see(characters[i]);
        }
        return read;
    }

    @Override
    public long skip(long characters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The parser closes what it has read to its end; the part is closed where it was opened. */
    @Override
    public void close() {}

    private void see(char next) {
        if (place == Place.TEXT) {
            if (next == '<') {
                place = Place.OPENED;
                length = 0;
                attributes = 0;
                quote = 0;
            }
            return;
        }
        Limit.MARKUP_CHARACTERS.check(++length);
        switch (place) {
            case OPENED -> place = opened(next);
            case DECLARED -> place = declared(next);
            case TAG -> tag(next);
            case COMMENT -> endWhere(next == '>' && before == '-' && beforeThat == '-' && length >= SHORTEST_COMMENT);
            case CDATA -> endWhere(next == '>' && before == ']' && beforeThat == ']');
            case INSTRUCTION -> endWhere(next == '>' && before == '?');
            case TEXT -> throw new IllegalStateException();
        }
        beforeThat = before;
        before = next;
    }

    private static Place opened(char next) {
        return switch (next) {
            case '!' -> Place.DECLARED;
            case '?' -> Place.INSTRUCTION;
            default -> Place.TAG;
        };
    }

    private Place declared(char next) {
        return switch (next) {
            case '-' -> Place.COMMENT;
            case '[' -> Place.CDATA;
            default -> throw new UnreadableFile(Reason.DOCTYPE);
        };
    }

    private void tag(char next) {
        if (quote != 0) {
            quote = next == quote ? 0 : quote;
        } else if (next == '"' || next == '\'') {
            quote = next;
        } else if (next == '=') {
            Limit.ATTRIBUTES.check(++attributes);
        } else if (next == '>') {
            place = Place.TEXT;
        }
    }

    private void endWhere(boolean closed) {
        if (closed) {
            place = Place.TEXT;
        }
    }
}
