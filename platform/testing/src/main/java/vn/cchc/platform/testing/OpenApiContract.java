package vn.cchc.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The committed OpenAPI document against the one the running service gives. A change of the interface is then seen in the
 * diff of the document, and none happens unseen.
 */
public final class OpenApiContract {

    private static final String WRITE = "contracts.write";
    private static final int LINES_SHOWN = 12;

    private OpenApiContract() {}

    /**
     * Compares {@code contracts/openapi.yaml} of this module with {@code /q/openapi}; with {@code -Dcontracts.write=true}
     * writes it instead.
     */
    public static void assertUnchanged() {
        assertUnchanged(Path.of("contracts", "openapi.yaml"));
    }

    static void assertUnchanged(Path committed) {
        byte[] served = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(committed.toAbsolutePath().getParent());
                Files.write(committed, served);
                return;
            }
            String known = Files.exists(committed) ? Files.readString(committed, UTF_8) : "";
            String difference = firstDifference(known, new String(served, UTF_8));
            if (!difference.isEmpty()) {
                throw new AssertionError(committed + " is not what the service offers.\n" + difference
                        + "\nIf the change is meant, write the document anew with -D" + WRITE
                        + "=true on this test, and review its diff.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when equal; else where they part, with some lines of both. */
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
