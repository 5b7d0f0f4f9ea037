package vn.cchc.bench.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.cchc.bench.Unmeasurable;

/**
 * A committed pgbench script: the statements that the service issues for one request, in order.
 *
 * <p>The part between {@code \if} and {@code \endif} draws what pgbench cannot compute, in one of a hundred
 * transactions, and does not belong to the service's statements.
 */
public final class Script {
    /** Ends a statement like a semicolon, and stores its result in variables. */
    private static final String KEEP = " \\gset";

    private final Path file;
    private final List<String> statements;

    private Script(Path file, List<String> statements) {
        this.file = file;
        this.statements = List.copyOf(statements);
    }

    public static Script read(Path file) {
        try {
            return new Script(file, statements(Files.readAllLines(file)));
        } catch (IOException e) {
            throw new Unmeasurable("The script " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> statements(List<String> lines) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        boolean drawing = false;
        for (String line : lines) {
            if (line.startsWith("\\if")) {
                drawing = true;
            } else if (line.startsWith("\\endif")) {
                drawing = false;
            } else if (!drawing && !line.startsWith("\\") && !line.startsWith("--")) {
                boolean kept = line.endsWith(KEEP);
                statement
                        .append(kept ? line.substring(0, line.length() - KEEP.length()) : line)
                        .append('\n');
                if (kept || line.endsWith(";")) {
                    statements.add(Statements.normal(statement.toString()));
                    statement.setLength(0);
                }
            }
        }
        if (!statement.toString().isBlank()) {
            throw new Unmeasurable("A statement does not end with a semicolon: " + statement);
        }
        return statements;
    }

    public Path file() {
        return file;
    }

    /** Normalised statements; repeated ones are listed repeatedly. */
    List<String> statements() {
        return statements;
    }
}
