package vn.cchc.platform.separated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cchc.platform.printed.Budget;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Block;
import vn.cchc.platform.printed.PrintedDocument.Sheet;
import vn.cchc.platform.printed.UnreadableFile;

/**
 * Reads texts: CSV (RFC 4180) with commas, semicolons or tabs, rows pasted from Word or Excel with tabs between cells, and prose. What
 * a text costs is bounded by {@link vn.cchc.platform.printed.Limit}.
 */
public final class TextFile {

    /** The first line with which Excel is told the separator. */
    private static final Pattern STATED = Pattern.compile("\\A\"?sep=([,;\t|])\"?(?:\\R|\\z)");

    /** Lines among which the heading of a table is looked for, of a text that is too large. */
    private static final int FIRST_LINES = 50;

    private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

    private TextFile() {}

    /**
     * Reads rows where a line states their separator, or where the heading of a known table is found with one; with most columns where it
     * is found with several. Otherwise rows with tabs, or the lines of prose.
     *
     * @throws UnreadableFile for a file that is no text, in an encoding that is not certain, or larger than is read
     * @throws UncheckedIOException where the file cannot be read from disk
     */
    public static PrintedDocument read(Path file, KnownTables tables) {
        String text;
        try {
            text = TextBytes.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher stated = STATED.matcher(text);
        if (stated.lookingAt()) {
            return rows(text.substring(stated.end()), stated.group(1).charAt(0), tables);
        }
        char best = 0;
        int most = 0;
        for (char separator : SEPARATORS) {
            int found = text.indexOf(separator) < 0 ? 0 : columns(text, separator, tables);
            if (found > most) {
                best = separator;
                most = found;
            }
        }
        if (most > 0) {
            // Read once more: what was read with another separator is not held beside it.
            return rows(text, best, tables);
        }
        return text.indexOf('\t') >= 0 ? rows(text, '\t', tables) : prose(text);
    }

    /** Of the heading that is found with this separator; 0 without one. */
    private static int columns(String text, char separator, KnownTables tables) {
        PrintedDocument read = rowsOrNothing(text, separator, tables);
        return read == null || read.blocks().isEmpty()
                ? 0
                : tables.columns((Sheet) read.blocks().get(0));
    }

    /** Null where there would be more rows or cells than are read: the commas of prose separate none. */
    private static PrintedDocument rowsOrNothing(String text, char separator, KnownTables tables) {
        try {
            return rows(text, separator, tables);
        } catch (UnreadableFile e) {
            if (separator == '\t' || isKnownTable(text, separator, tables)) {
                throw e;
            }
            return null;
        }
    }

    /** Whether the first lines have the heading of a known table with this separator. */
    private static boolean isKnownTable(String text, char separator, KnownTables tables) {
        String first = text.lines().limit(FIRST_LINES).collect(Collectors.joining("\n"));
        try {
            return rows(first, separator, tables).blocks().stream()
                    .anyMatch(sheet -> tables.columns((Sheet) sheet) > 0);
        } catch (UnreadableFile e) {
            return false;
        }
    }

    private static PrintedDocument rows(String text, char separator, KnownTables tables) {
        return new SeparatedRows(text, separator).read(tables);
    }

    private static PrintedDocument prose(String text) {
        Budget budget = new Budget();
        List<Block> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.addAll(budget.lines(line)));
        return new PrintedDocument(lines, List.of(), 0);
    }
}
