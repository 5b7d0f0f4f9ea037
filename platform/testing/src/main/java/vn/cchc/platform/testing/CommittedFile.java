package vn.cchc.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares a committed file with what the code generates, so that every change shows in the diff of the file.
 */
public final class CommittedFile {

    static final String WRITE = "contracts.write";
    private static final int LINES_SHOWN = 12;

    private final Path path;

    public CommittedFile(Path path) {
        this.path = path;
    }

    /** Compares the file with the expected content; with {@code -Dcontracts.write=true} writes it instead. */
    public void assertIs(String expected) {
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, expected, UTF_8);
                return;
            }
            String known = Files.exists(path) ? Files.readString(path, UTF_8) : "";
            String difference = firstDifference(known, expected);
            if (!difference.isEmpty()) {
                throw new AssertionError(path + " is not what the code gives.\n" + difference
                        + "\nIf the change is meant, write the document anew with -D" + WRITE
                        + "=true on this test, and review its diff.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when equal; otherwise the first difference with some lines of both. */
    static String firstDifference(String committed, String served) {
        if (committed.equals(served)) {
            return "";
        }
        List<String> before = committed.lines().toList();
        List<String> after = served.lines().toList();
        int line = 0;
        while (line < before.size() && line < after.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        return "First difference in line " + (line + 1) + ":\n" + excerpt("committed", before, line)
                + excerpt("  offered", after, line);
    }

    private static String excerpt(String name, List<String> lines, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, from - 2); i < Math.min(lines.size(), from + LINES_SHOWN); i++) {
            text.append(name)
                    .append(i < from ? " |   " : " | > ")
                    .append(lines.get(i))
                    .append('\n');
        }
        return text.isEmpty() ? name + " | (nothing)\n" : text.toString();
    }
}
